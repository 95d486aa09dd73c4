import { createParamDecorator, Injectable, type PipeTransform } from '@nestjs/common';
import type { Request } from 'express';
import { z } from 'zod';
import { unstorableText, validationProblem } from '../../common';
import { normaliseDoi } from '../csl/doi';

const NEXT_YEAR = new Date().getUTCFullYear() + 1;

/** A form sends what was left empty as an empty string. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const isPlain = (text: string) => text.isWellFormed() && !/\p{Cc}/u.test(text);

/** A DOI in any usual writing: bare, after `doi:`, as a link; in capitals or not. */
const Doi = z
  .string()
  .trim()
  .max(2000)
  .refine(isPlain, 'There is a character in it that no DOI has.')
  .transform((text, context) => {
    const doi = normaliseDoi(text.replace(/%2f/gi, '/'));
    if (doi !== undefined) return doi;
    context.addIssue({ code: 'custom', message: 'This is no DOI. One looks like 10.1000/182.' });
    return z.NEVER;
  });

/** The fields that may come with a file, or instead of one; the API document shows them. */
const Addition = z.object({
  doi: optional(Doi),
  title: optional(z.string().trim().min(1).max(1000)),
  authors: optional(z.string().trim().min(1).max(5000)),
  year: optional(z.coerce.number().int().min(1).max(NEXT_YEAR)),
});

export type Addition = z.infer<typeof Addition>;

/** For a PDF or DOCX: what its owner knows of the work better than the file does. */
export type StatedDetails = Omit<Addition, 'doi'>;

@Injectable()
export class AdditionPipe implements PipeTransform<unknown, Addition> {
  transform(fields: unknown): Addition {
    const unstorable = unstorableText(fields);
    if (unstorable.length > 0) throw validationProblem(unstorable);
    const result = Addition.safeParse(fields ?? {});
    if (result.success) return result.data;
    throw validationProblem(result.error.issues);
  }
}

/**
 * The fields of either body that the route takes. Unlike `@Body()` unknown to the API document,
 * where each of the two bodies has a description of its own.
 */
export const AddedFields = createParamDecorator(
  (_, context) => context.switchToHttp().getRequest<Request>().body as unknown,
);
