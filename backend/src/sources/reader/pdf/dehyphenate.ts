import type { Line } from './line';

const WORD = /\p{L}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)*/gu;
const BROKEN = /(\p{L}[\p{L}\p{M}]*)([-\u00ad\u2010])$/u;
const CONTINUED = /^\p{Ll}[\p{L}\p{M}]*/u;

/** The words of a text that no line end has cut, in lower case; hyphenated ones as a whole. */
export function vocabularyOf(pages: readonly Line[][]): Set<string> {
  const words = new Set<string>();
  for (const { text } of pages.flat()) {
    const whole = text.replace(BROKEN, '');
    for (const [word] of whole.matchAll(WORD)) words.add(word.toLowerCase());
  }
  return words;
}

/**
 * Joins a line to the text before it. A hyphen at the end goes if a lower-case letter follows,
 * unless the same text has the word with its hyphen elsewhere and never without.
 */
export function joinLine(text: string, line: string, vocabulary: ReadonlySet<string>): string {
  const [, head, hyphen] = BROKEN.exec(text) ?? [];
  const [tail] = CONTINUED.exec(line) ?? [];
  if (head === undefined || tail === undefined) return text === '' ? line : `${text} ${line}`;
  const whole = text.slice(0, -1);
  if (hyphen === '\u00ad') return whole + line;
  const hyphenated = vocabulary.has(`${head}-${tail}`.toLowerCase());
  const joined = vocabulary.has((head + tail).toLowerCase());
  return hyphenated && !joined ? `${whole}-${line}` : whole + line;
}
