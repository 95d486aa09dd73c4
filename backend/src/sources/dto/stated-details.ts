import { z } from 'zod';

const NEXT_YEAR = new Date().getUTCFullYear() + 1;

/** A form sends what was left empty as an empty string. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

export const StatedDetails = z
  .object({
    title: optional(z.string().trim().min(1).max(1000)),
    authors: optional(z.string().trim().min(1).max(5000)).describe('Family, Given; Family, Given'),
    year: optional(z.coerce.number().int().min(1).max(NEXT_YEAR)),
  })
  .describe('For a PDF: what its owner knows of the work better than the file does')
  .meta({ id: 'StatedDetails' });

export type StatedDetails = z.infer<typeof StatedDetails>;
