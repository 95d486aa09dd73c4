import { z } from 'zod';
import type { DOCUMENT_STATUSES } from './document';

type Status = (typeof DOCUMENT_STATUSES)[number];

const countsBy = { draft: z.int(), outlined: z.int(), generating: z.int(), completed: z.int() };

const minor = (of: string) => z.int().describe(`${of}, in the currency’s minor unit`);

/** What was paid in one currency. */
export const MoneyUsed = z
  .object({
    currency: z.string().describe('ISO 4217'),
    today: minor('Paid since midnight UTC'),
    total: minor('Paid in all'),
    refunded: minor('Of the total, what came back'),
  })
  .meta({ id: 'MoneyUsed' });

export type MoneyUsed = z.infer<typeof MoneyUsed>;

export const DocumentStats = z
  .object({
    documents: z.object({
      total: z.int().describe('Those that were put away included'),
      archived: z.int(),
      byStatus: z.object(countsBy satisfies Record<Status, z.ZodType>),
    }),
    words: z.int().describe('Of all texts'),
    estimatedPages: z.int().describe('Of the texts alone, as the exports set them'),
    sources: z.int(),
    citations: z.int().describe('In the texts as they are now'),
    exports: z.int().describe('Files made; the same text in the same format counts once'),
    tokens: z.object({ today: z.int().describe('Since midnight UTC'), total: z.int() }),
    money: z.array(MoneyUsed).describe('One of each currency; empty when nothing was paid'),
  })
  .meta({ id: 'DocumentStats' });

export type DocumentStats = z.infer<typeof DocumentStats>;
