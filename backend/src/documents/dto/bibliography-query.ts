import { z } from 'zod';
import { REFERENCE_FORMATS } from '../../sources';

export const BibliographyQuery = z.object({
  format: z
    .enum(REFERENCE_FORMATS)
    .optional()
    .describe('A file of references for other programs, in place of formatted entries'),
  works: z
    .enum(['all', 'cited'])
    .default('all')
    .describe('Of such a file: every source of the document, or what the text cites'),
});

export type BibliographyQuery = z.infer<typeof BibliographyQuery>;
