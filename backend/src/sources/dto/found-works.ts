import { z } from 'zod';
import { SOURCE_PROVIDERS } from '../../config';

const provider = z.enum(SOURCE_PROVIDERS);

export const Candidate = z
  .object({
    title: z.string(),
    authors: z.array(z.string()).describe('In reading order'),
    year: z.int().nullable(),
    type: z.string().describe('CSL item type'),
    container: z.string().nullable().describe('The journal, book or site it appeared in'),
    doi: z.string().nullable().describe('With it, the work can be added'),
    provider,
    retracted: z
      .boolean()
      .nullable()
      .describe('A retracted work cannot be added; null: this provider does not know'),
    alreadyInLibrary: z.boolean(),
  })
  .meta({ id: 'Candidate' });

export const FoundWorks = z
  .object({
    items: z.array(Candidate),
    asked: z
      .array(
        z.object({
          provider,
          outcome: z
            .enum(['found', 'empty', 'failed', 'spent'])
            .describe('empty: it knows no such work; failed and spent say nothing about works'),
          found: z.int(),
        }),
      )
      .describe('Each provider that was asked, in order; those after enough was found were not'),
  })
  .meta({ id: 'FoundWorks' });

export type Candidate = z.infer<typeof Candidate>;
export type FoundWorks = z.infer<typeof FoundWorks>;
