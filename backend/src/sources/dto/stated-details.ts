import { Injectable, type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { validationProblem } from '../../common';

const NEXT_YEAR = new Date().getUTCFullYear() + 1;

/** A form sends what was left empty as an empty string. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** The fields that may come with a file; the API document shows them beside it. */
const StatedDetails = z.object({
  title: optional(z.string().trim().min(1).max(1000)),
  authors: optional(z.string().trim().min(1).max(5000)),
  year: optional(z.coerce.number().int().min(1).max(NEXT_YEAR)),
});

/** For a PDF: what its owner knows of the work better than the file does. */
export type StatedDetails = z.infer<typeof StatedDetails>;

@Injectable()
export class StatedDetailsPipe implements PipeTransform<unknown, StatedDetails> {
  transform(fields: unknown): StatedDetails {
    const result = StatedDetails.safeParse(fields ?? {});
    if (result.success) return result.data;
    throw validationProblem(result.error.issues);
  }
}
