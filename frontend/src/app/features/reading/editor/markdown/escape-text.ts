/**
 * An underscore inside a word is no emphasis, and stays as one would write it. Two dollars of one
 * list or quotation could be taken for a formula, however far apart.
 */
const SPECIAL = /[\\`*$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

export const escapeText = (text: string): string => text.replace(SPECIAL, '\\$&');

/** What would begin a block of another kind, at the start of a line. */
const BLOCK_START = /^(?:(#{1,6})(?=\s|$)|([>])|([-+])(?=\s|$)|([-~]{3}))/;
const NUMBERED = /^(\d{1,9})([.)])(?=\s|$)/;

export const escapeStart = (line: string): string =>
  line.replace(BLOCK_START, '\\$&').replace(NUMBERED, '$1\\$2');

const longestRun = (text: string, mark: RegExp): number =>
  Math.max(0, ...[...text.matchAll(mark)].map(([run]) => run.length));

/** Code within a line. */
export function fenced(text: string): string {
  const fence = '`'.repeat(longestRun(text, /`+/g) + 1);
  const space = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return `${fence}${space}${text.replace(/\n/g, ' ')}${space}${fence}`;
}

/** Code on lines of its own. */
export function fencedBlock(text: string, info: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text, /`+/g) + 1));
  return `${fence}${info}\n${text}${text === '' ? '' : '\n'}${fence}`;
}
