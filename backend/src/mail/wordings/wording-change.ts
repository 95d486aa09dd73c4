import { MailTexts, type MailTextsChange, type TextName } from './mail-texts';

const NAMES = Object.keys(MailTexts.shape) as TextName[];

/** What a change really changes of what is stored, and how that was; null: built in. */
export function wordingChange(stored: MailTexts, change: MailTextsChange) {
  const changed = NAMES.filter(
    (name) => change[name] !== undefined && change[name] !== (stored[name] ?? null),
  );
  const pick = (of: MailTextsChange): MailTextsChange =>
    Object.fromEntries(changed.map((name) => [name, of[name] ?? null]));
  return { before: pick(stored), after: pick(change) };
}

/** What is stored after a change. */
export function wordingAfter(stored: MailTexts, change: MailTextsChange): MailTexts {
  const all = Object.entries({ ...stored, ...change });
  return Object.fromEntries(all.filter(([, text]) => text !== null)) as MailTexts;
}
