import { z } from 'zod';
import { normaliseDoi } from '../csl/doi';
import { CSL_TYPES } from '../csl/variables';

const NEXT_YEAR = new Date().getUTCFullYear() + 1;

const fact = z.string().trim().min(1).max(1000);

const NO_DOI = 'This is no DOI. One looks like 10.1000/182.';

/** What its owner knows of a work better than where it came from; null takes a fact away. */
export const SourceEdit = z
  .strictObject({
    type: z.enum([...CSL_TYPES]).describe('CSL item type'),
    title: fact,
    authors: z
      .array(z.string().trim().min(1).max(400))
      .max(500)
      .describe('Family, Given; an organisation without a comma')
      .meta({ example: ['Doe, Jane'] }),
    year: z.int().min(1).max(NEXT_YEAR).nullable(),
    container: fact.nullable(),
    doi: z
      .string()
      .trim()
      .max(2000)
      .refine((doi) => normaliseDoi(doi) !== undefined, NO_DOI)
      .nullable()
      .describe('Bare, after “doi:”, or as a link'),
    url: z
      .url({ protocol: /^https?$/ })
      .max(1000)
      .nullable(),
    volume: fact.nullable(),
    issue: fact.nullable(),
    pages: fact.nullable(),
    edition: fact.nullable(),
    publisher: fact.nullable(),
    place: fact.nullable(),
    language: fact.nullable(),
    mandatory: z.boolean(),
  })
  .partial()
  .refine((edit) => Object.keys(edit).length > 0, 'Name at least one field to change.')
  .meta({ id: 'SourceEdit' });

export type SourceEdit = z.infer<typeof SourceEdit>;
