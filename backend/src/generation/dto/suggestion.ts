import { z } from 'zod';
import { SUGGESTION_ACTIONS } from '../../documents';

const offset = z.int().min(0).max(300_000);

export const SuggestionRequest = z
  .object({
    documentId: z.guid(),
    sectionId: z.guid(),
    version: z
      .int()
      .describe('Of the section that the selection is in; 412 for another than it has'),
    action: z.enum(SUGGESTION_ACTIONS),
    selection: z
      .object({ start: offset, end: offset.describe('Exclusive') })
      .describe(
        'In UTF-16 code units of the section’s Markdown; the whole sentences that it touches are meant',
      ),
    instruction: z.string().trim().max(1000).optional().describe('A wish in the owner’s own words'),
  })
  .meta({ id: 'SuggestionRequest' });

export type SuggestionRequest = z.infer<typeof SuggestionRequest>;
