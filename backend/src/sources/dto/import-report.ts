import { z } from 'zod';
import { ENTRY_REASONS } from '../reader/bibliography/entry-reasons';
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
        code: z.enum(ENTRY_REASONS),
        at: z.int().nullable().describe('The line at which it cannot be read on'),
        count: z.int().nullable().describe('Of LEFT_OUT and NOT_LISTED: how many entries'),
        reason: z.string().describe('The same in plain English'),
      }),
    ),
  })
  .meta({ id: 'ImportReport' });

export type ImportReport = z.infer<typeof ImportReport>;
