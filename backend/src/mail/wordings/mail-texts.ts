import { z } from 'zod';
import type { Locale } from '../mail-message';

/** Breaks a line, which would end a header, or turns the text around it. */
const UNWANTED = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

const text = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((words) => !UNWANTED.test(words), 'Write it on one line.');

const TEXTS = {
  subject: text(150),
  heading: text(150),
  lead: text(600),
  button: text(80),
  otherDevice: text(600),
  expiry: text(300),
  notYou: text(600),
  note: text(600),
  why: text(600),
};

export type TextName = keyof typeof TEXTS;

/** What a mail says, part by part; a mail has some of these parts. */
export const MailTexts = z.strictObject(TEXTS).partial().meta({ id: 'MailTexts' });

export type MailTexts = z.infer<typeof MailTexts>;

const changed = Object.fromEntries(
  Object.entries(TEXTS).map(([name, schema]) => [name, schema.nullable().optional()]),
) as { [Name in TextName]: z.ZodOptional<z.ZodNullable<(typeof TEXTS)[Name]>> };

/** Parts by name, for a change: null gives one back to the built-in wording. */
export const MailTextsChange = z.strictObject(changed).meta({ id: 'MailTextsChange' });

export type MailTextsChange = z.infer<typeof MailTextsChange>;

/** The parts that stand in each layout, from its top to its foot. */
export const LAYOUTS = {
  'sign-in': ['subject', 'heading', 'lead', 'button', 'otherDevice', 'expiry', 'notYou'],
  'job-ended': ['subject', 'lead', 'button', 'note', 'why'],
} as const satisfies Record<string, readonly TextName[]>;

export type Layout = keyof typeof LAYOUTS;

/** A whole wording of a layout, in every language. */
export type WordingOf<Name extends Layout> = Record<
  Locale,
  Record<(typeof LAYOUTS)[Name][number], string>
>;
