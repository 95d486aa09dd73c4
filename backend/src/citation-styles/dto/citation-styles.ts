import { z } from 'zod';
import { CITATION_STYLES } from '../../citations';
import { DOCUMENT_LANGUAGES } from '../../common';

/** How a style points from the text to a source. */
export const STYLE_KINDS = ['author-date', 'author', 'numeric', 'note'] as const;

export const CitationStylesQuery = z.object({
  language: z.enum(DOCUMENT_LANGUAGES).default('en'),
});

export type CitationStylesQuery = z.infer<typeof CitationStylesQuery>;

export const CitationStyleItem = z
  .object({
    id: z.enum(CITATION_STYLES),
    title: z.string().describe('A proper name, the same in every language'),
    kind: z.enum(STYLE_KINDS),
    sample: z.object({
      inText: z.string().describe('A page of the book cited; in a notes style, its footnote'),
      bibliography: z.array(z.string()).describe('An invented book and an invented article'),
    }),
  })
  .meta({ id: 'CitationStyleItem' });

export type CitationStyleItem = z.infer<typeof CitationStyleItem>;

export const CitationStyles = z
  .object({ items: z.array(CitationStyleItem) })
  .meta({ id: 'CitationStyles' });

export type CitationStyles = z.infer<typeof CitationStyles>;
