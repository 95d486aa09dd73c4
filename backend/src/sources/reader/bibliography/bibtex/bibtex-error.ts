import { EntryError } from '../entry';
import type { EntryReason } from '../entry-reasons';

const EXPECTED: Readonly<Record<string, readonly [EntryReason, string]>> = {
  rbrace: ['NO_COMMA_OR_BRACE', 'a comma or a closing brace is missing'],
  comma: ['NO_COMMA', 'a comma is missing'],
  label: ['NO_KEY', 'the citation key after the opening brace is missing'],
  equals: ['NO_EQUALS_SIGN', 'an equals sign is missing after a field name'],
  lbrace: ['NO_VALUE', 'a value in braces or quotation marks is missing'],
  identifier: ['NO_FIELD_NAME', 'a field name is missing'],
};

const OTHER = ['OUT_OF_PLACE', 'something stands where BibTeX does not allow it'] as const;

const SYNTAX = /(?:expected "(\w+)", got .*?|invalid syntax) at line (\d+)/;

/** The parser's complaint about an entry in plain words, with the line of the file. */
export function structureError(error: unknown, firstLine: number): EntryError {
  const [, expected = '', line = '1'] = SYNTAX.exec(String(error)) ?? [];
  const at = firstLine + Number(line) - 1;
  const [code, what] = EXPECTED[expected] ?? OTHER;
  return new EntryError(code, `On line ${String(at)} ${what}.`, { at, cause: error });
}

export function valueError(error: unknown): EntryError {
  const reason =
    'A field holds LaTeX that does not add up: check its braces, $ signs and commands.';
  return new EntryError('LATEX', reason, { cause: error });
}
