import { z } from 'zod';

const MOST = 100;

export const FactsOfQuery = z.object({
  ids: z
    .string()
    .transform((list) => list.split(','))
    .pipe(z.array(z.guid()).min(1).max(MOST))
    .describe(`Of up to ${String(MOST)} documents, comma-separated`),
});

export type FactsOfQuery = z.infer<typeof FactsOfQuery>;

export const PaidSum = z
  .object({
    amount: z.int().describe('In the currency’s minor unit, less what came back'),
    currency: z.string().describe('ISO 4217'),
  })
  .meta({ id: 'PaidSum' });

/** What a list shows of a document beside its own fields. */
export const DocumentFacts = z
  .object({
    documentId: z.guid(),
    sources: z.int(),
    sections: z.int().describe('That have text or are meant to; a mere heading is none'),
    sectionsWritten: z.int(),
    estimatedPages: z.int().describe('Of the text alone, as the exports set it'),
    tokensUsed: z.int().describe('By jobs that wrote it'),
    paid: z.array(PaidSum).describe('One of each currency; empty when nothing was paid'),
    lastJob: z
      .object({
        status: z.enum(['queued', 'running', 'paused', 'completed', 'failed', 'cancelled']),
        sectionsDone: z.int(),
        sectionsTotal: z.int(),
      })
      .nullable()
      .describe('The latest job that writes it; null when there was none'),
  })
  .meta({ id: 'DocumentFacts' });

export type DocumentFacts = z.infer<typeof DocumentFacts>;

export const DocumentFactsList = z
  .object({ items: z.array(DocumentFacts).describe('Of the caller’s documents among them') })
  .meta({ id: 'DocumentFactsList' });
