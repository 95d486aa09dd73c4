import { plainText } from '../../citations';
import type { Formatting, TitlePageField } from '../../requirements';
import type { DocumentModel } from '../model/document-model';
import { type FileFacts, squeezed } from './facts';
import { broken, met, notCheckable, type Verdict } from './outcome';
import { reason } from './reason';

/** The order of the parts that both the rules and the file have. */
export function checkOrder(facts: FileFacts, ruled: readonly string[]): Verdict {
  const found = facts.parts.filter((part) => ruled.includes(part));
  const expected = ruled.filter((part) => (found as readonly string[]).includes(part));
  const shown = found.join(', ');
  if (found.length < 2) return notCheckable('too_few_parts');
  if (shown !== expected.join(', ')) {
    return broken(shown, reason('other_than_ruled', { expected: expected.join(', ') }));
  }
  const absent = ruled.filter((part) => !expected.includes(part));
  if (absent.length === 0) return met(shown);
  return met(shown, reason('parts_absent', { parts: absent.join(', ') }));
}

/** Every ruled field stands on the title page, one below the other. */
export function checkTitlePage(
  facts: FileFacts,
  { titlePage }: DocumentModel,
  ruled: readonly TitlePageField[],
): Verdict {
  let from = 0;
  const missing = ruled.filter((field) => {
    const line = titlePage.lines.find((one) => one.field === field);
    const at = line === undefined ? -1 : facts.titlePage.indexOf(squeezed(line.text), from);
    if (line === undefined || at === -1) return true;
    from = at + squeezed(line.text).length;
    return false;
  });
  const found = ruled.filter((field) => !missing.includes(field)).join(', ');
  if (missing.length === 0) return met(found);
  return broken(found, reason('fields_missing', { fields: missing.join(', ') }), missing);
}

/** Every entry of the bibliography stands in the file as its style writes it. */
export function checkStyle(
  facts: FileFacts,
  { bibliography }: DocumentModel,
  style: string,
): Verdict {
  const entries = (bibliography?.entries ?? []).map(({ text }) => plainText(text));
  if (entries.length === 0) return notCheckable('nothing_cited');
  const missing = entries.filter((entry) => !facts.text.includes(squeezed(entry)));
  if (missing.length === 0) return met(style);
  return broken(
    'other',
    reason('entries_otherwise', {
      count: String(missing.length),
      total: String(entries.length),
    }),
    missing.map((one) => one.slice(0, 60)),
  );
}

type Range = NonNullable<Formatting['lengthWords']>;

export function checkLength(found: number | null, { min, max }: Range, unit: string): Verdict {
  if (found === null) return notCheckable('pages_by_program');
  const shown = `${String(found)} ${unit} of the body`;
  const count = (off: number) => ({ count: String(off), unit });
  if (min !== null && found < min) return broken(shown, reason('too_few', count(min - found)));
  if (max !== null && found > max) return broken(shown, reason('too_many', count(found - max)));
  return met(shown);
}

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

export const wordsIn = (text: string): number => text.match(WORD)?.length ?? 0;
