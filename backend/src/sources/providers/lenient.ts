import { z } from 'zod';
import { ProviderFailure } from './provider-failure';
import type { Work } from './provider-answer';

/**
 * Fields of answers that others make: one of the wrong type is a field that is missing, and spoils
 * nothing beside it.
 */
export const text = z.string().optional().catch(undefined);
export const int = z.int().optional().catch(undefined);
export const texts = z.array(z.unknown()).catch([]).transform(onlyTexts);

export function listOf<Item extends z.ZodType>(item: Item) {
  return z
    .array(z.unknown())
    .catch([])
    .transform((items) =>
      items.flatMap((one) => {
        const { success, data } = item.safeParse(one);
        return success ? [data] : [];
      }),
    );
}

function onlyTexts(values: unknown[]): string[] {
  return values.filter((value): value is string => typeof value === 'string');
}

/** @throws ProviderFailure `malformed` for what is no JSON, or not of that shape */
export function parseJson<Schema extends z.ZodType>(
  body: string,
  schema: Schema,
): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(body));
  } catch (cause) {
    throw new ProviderFailure('malformed', { cause });
  }
}

/**
 * The records that can be told from nothing. When there are some and none has a title, then the
 * format is not what we think it is, which must not look like an empty answer.
 * @throws ProviderFailure `malformed`
 */
export function titled(works: Work[]): Work[] {
  const readable = works.filter(({ csl }) => csl.title !== undefined);
  if (works.length > 0 && readable.length === 0) throw new ProviderFailure('malformed');
  return readable;
}

/** `2006-03-01`, else the year alone, as CSL has dates. */
export function issued(date: string | undefined, year: number | undefined) {
  const parts = /^\d{4}(-\d{2}){0,2}/
    .exec(date ?? '')?.[0]
    .split('-')
    .map(Number);
  return { 'date-parts': [parts ?? [year]] };
}
