import type { MailTexts, MailTextsChange, MailView } from '../../../api/generated/models';
import type { TextName } from './mail-text';

/** What a mail says, part by part, as the form has it. */
export type MailDraft = Readonly<Partial<Record<TextName, string>>>;

/** Why a part could not be sent, as the API would say it. */
export interface PartIssue {
  kind: 'empty' | 'long' | 'unknown' | 'unclosed' | 'missing';
  n?: number;
  /** Of a placeholder, without its braces: a text that has them in turn would be filled. */
  name?: string;
}

type Part = MailView['parts'][number];

const PLACEHOLDER = /\{\{\s*(\w+)\s*\}\}/g;

/** As many characters as the API takes. */
const LONGEST: Readonly<Record<TextName, number>> = {
  ...{ subject: 150, heading: 150, lead: 600, button: 80, otherDevice: 600 },
  ...{ expiry: 300, notYou: 600, note: 600, why: 600 },
};

export const braced = (name: string): string => `{{${name}}}`;

export const draftOf = ({ parts }: Pick<MailView, 'parts'>): MailDraft =>
  Object.fromEntries(parts.map(({ name, builtIn, text }) => [name, text ?? builtIn]));

/** Wordings stand on one line, however they were pasted. */
const clean = (text: string | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

export function issueOf(
  { name, required }: Part,
  placeholders: readonly string[],
  typed: string | undefined,
): PartIssue | null {
  const text = clean(typed);
  const used = [...text.matchAll(PLACEHOLDER)].map(([, one = '']) => one);
  const unknown = used.find((one) => !placeholders.includes(one));
  const missing = required.find((one) => !used.includes(one));
  if (text === '') return { kind: 'empty' };
  if (text.length > LONGEST[name]) return { kind: 'long', n: LONGEST[name] };
  if (unknown !== undefined) return { kind: 'unknown', name: unknown };
  if (/\{\{|\}\}/.test(text.replace(PLACEHOLDER, ''))) return { kind: 'unclosed' };
  return missing === undefined ? null : { kind: 'missing', name: missing };
}

export const isSound = ({ parts, placeholders }: MailView, draft: MailDraft): boolean =>
  parts.every((part) => issueOf(part, placeholders, draft[part.name]) === null);

/** The parts that are not as they are built in, for a preview. */
export const ownTexts = ({ parts }: MailView, draft: MailDraft): MailTexts =>
  Object.fromEntries(
    parts
      .map(({ name, builtIn }) => ({ name, builtIn, text: clean(draft[name]) }))
      .filter(({ builtIn, text }) => text !== builtIn)
      .map(({ name, text }) => [name, text]),
  );

/** What the form would change; null gives a part back. Empty where it is as it was. */
export function changeOf({ parts }: MailView, draft: MailDraft): MailTextsChange {
  const entries = parts.flatMap(({ name, builtIn, text }) => {
    const typed = clean(draft[name]);
    const wanted = typed === builtIn ? null : typed;
    return wanted === text ? [] : [[name, wanted] as const];
  });
  return Object.fromEntries(entries);
}
