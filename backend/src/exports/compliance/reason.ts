import { z } from 'zod';

type Values = Readonly<Record<string, string>>;

/**
 * Why a rule is broken or cannot be checked, by code, and how that reads in English. The names in
 * braces are the values of the reason.
 */
const TEXTS = {
  differ: '{count} of {total} differ.',
  differ_by: '{count} of {total} differ. Off by up to {by}.',
  other_than_ruled: 'It is ruled: {expected}.',
  fields_missing: 'Not on the title page, or out of order: {fields}.',
  entries_otherwise: '{count} of {total} entries are not written so.',
  too_few: '{count} too few.',
  too_many: '{count} too many.',
  text_in_margin: 'Text stands {by} within the margin.',
  no_numbers: 'The pages of the text show no numbers.',
  parts_absent: 'Not in the file: {parts}.',
  nothing_of_it: 'The file has nothing that this rule is about.',
  too_few_parts: 'The file has fewer than two of these parts.',
  nothing_cited: 'The file cites nothing.',
  pages_by_program: 'It is up to the program that shows the file.',
  no_captions: 'The file has no captions.',
  captions_unseen: 'Not all captions could be told from the other lines of the PDF.',
  image_missing: 'The document has no image with this key; a frame stands in its place.',
  label_unknown: 'Nothing in the text has this label; it is printed as it is written.',
  label_repeated: 'References lead to the first thing with this label.',
  formula_unreadable: 'The formula is printed as it is written.',
  edge_out_of_reach: 'No text comes near enough to this edge to show its margin.',
  no_text: 'The file has no text.',
  nothing_before_body: 'Nothing stands before the body.',
  front_without_numbers: 'The pages before the body show no numbers.',
  too_few_chapters: 'Too few chapters tell it from chance.',
} as const;

export type ReasonCode = keyof typeof TEXTS;

const CODES = Object.keys(TEXTS) as [ReasonCode, ...ReasonCode[]];

/** For who writes it in another language than English. */
export const Reason = z
  .object({
    code: z.enum(CODES),
    values: z
      .record(z.string(), z.string())
      .describe('Counts, measures with their unit, or words of the profile, by name'),
  })
  .meta({ id: 'RuleReason' });

export type Reason = z.infer<typeof Reason>;

export const reason = (code: ReasonCode, values: Values = {}): Reason => ({ code, values });

export const inEnglish = ({ code, values }: Reason): string =>
  TEXTS[code].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
