import { z } from 'zod';
import { Source } from './source';

export const ImportReport = z
  .object({
    added: z.array(Source),
    merged: z
      .array(Source)
      .describe('Sources that were there already and took in what they lacked, one an entry'),
    merges: z
      .array(z.object({ id: z.uuid(), sourceId: z.uuid() }))
      .describe(
        'What can be undone: one for each source that was there before and took in something',
      ),
    refused: z.array(
      z.object({
        line: z.int().nullable().describe('Line of the file, where its format has lines'),
        entry: z.string().nullable().describe('How the file names the entry'),
        reason: z.string(),
      }),
    ),
  })
  .meta({ id: 'ImportReport' });

export type ImportReport = z.infer<typeof ImportReport>;
