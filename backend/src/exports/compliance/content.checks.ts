import { plainText } from '../../citations';
import type { Formatting, TitlePageField } from '../../requirements';
import type { DocumentModel } from '../model/document-model';
import { type FileFacts, squeezed } from './facts';
import { broken, met, notCheckable, type Verdict } from './outcome';

/** The order of the parts that both the rules and the file have. */
export function checkOrder(facts: FileFacts, ruled: readonly string[]): Verdict {
  const found = facts.parts.filter((part) => ruled.includes(part));
  const expected = ruled.filter((part) => (found as readonly string[]).includes(part));
  const shown = found.join(', ');
  if (found.length < 2) return notCheckable('The file has fewer than two of these parts.');
  if (shown !== expected.join(', ')) {
    return broken(shown, `It is ruled: ${expected.join(', ')}.`);
  }
  const absent = ruled.filter((part) => !expected.includes(part));
  const detail = absent.length === 0 ? null : `Not in the file: ${absent.join(', ')}.`;
  return { ...met(shown), detail };
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
  return broken(found, `Not on the title page, or out of order: ${missing.join(', ')}.`, missing);
}

/** Every entry of the bibliography stands in the file as its style writes it. */
export function checkStyle(
  facts: FileFacts,
  { bibliography }: DocumentModel,
  style: string,
): Verdict {
  const entries = (bibliography?.entries ?? []).map(({ text }) => plainText(text));
  if (entries.length === 0) return notCheckable('The file cites nothing.');
  const missing = entries.filter((entry) => !facts.text.includes(squeezed(entry)));
  if (missing.length === 0) return met(style);
  const count = `${String(missing.length)} of ${String(entries.length)}`;
  return broken(
    'other',
    `${count} entries are not written so.`,
    missing.map((one) => one.slice(0, 60)),
  );
}

type Range = NonNullable<Formatting['lengthWords']>;

export function checkLength(found: number | null, { min, max }: Range, unit: string): Verdict {
  if (found === null) return notCheckable('It is up to the program that shows the file.');
  const shown = `${String(found)} ${unit} of the body`;
  if (min !== null && found < min) return broken(shown, `${String(min - found)} too few.`);
  if (max !== null && found > max) return broken(shown, `${String(found - max)} too many.`);
  return met(shown);
}

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

export const wordsIn = (text: string): number => text.match(WORD)?.length ?? 0;
