import { z } from 'zod';
import { DOCUMENT_LANGUAGES } from '../../common';
import { SECTION_STATUSES } from './section';

/** The texts beside the sections, in the order in which a document usually has them. */
export const FRONT_PARTS = [
  'acknowledgements',
  'abstract',
  'second_abstract',
  'abbreviations',
] as const;

export type FrontPart = (typeof FRONT_PARTS)[number];

const LONGEST = 20_000;

export const FrontText = z
  .object({
    part: z.enum(FRONT_PARTS).describe('`second_abstract` is the abstract in a second language'),
    content: z.string().describe('Markdown without citations; empty while there is none'),
    language: z.enum(DOCUMENT_LANGUAGES),
    status: z.enum(SECTION_STATUSES),
    wordCount: z.int(),
    writer: z
      .string()
      .nullable()
      .describe('The model that wrote it; `offline` is the writer that only arranges sources'),
    stale: z
      .boolean()
      .describe('Of an abstract: whether the text has changed since it was written'),
    version: z.int(),
  })
  .meta({ id: 'FrontText' });

export type FrontText = z.infer<typeof FrontText>;

export const FrontMatter = z
  .object({ items: z.array(FrontText).describe('Every part, also those that are empty') })
  .meta({ id: 'FrontMatter' });

export type FrontMatter = z.infer<typeof FrontMatter>;

export const UpdateFrontText = z
  .object({
    content: z.string().trim().max(LONGEST).describe('Empty for a document without this part'),
    language: z
      .enum(DOCUMENT_LANGUAGES)
      .optional()
      .describe(
        'Of the abstract in a second language only, and never the document’s; unchanged where it is left out',
      ),
  })
  .meta({ id: 'UpdateFrontText' });

export type UpdateFrontText = z.infer<typeof UpdateFrontText>;
