import { EntryError } from '../entry';

const EXPECTED: Readonly<Record<string, string>> = {
  rbrace: 'a comma or a closing brace is missing',
  comma: 'a comma is missing',
  label: 'the citation key after the opening brace is missing',
  equals: 'an equals sign is missing after a field name',
  lbrace: 'a value in braces or quotation marks is missing',
  identifier: 'a field name is missing',
};

const SYNTAX = /(?:expected "(\w+)", got .*?|invalid syntax) at line (\d+)/;

/** The parser's complaint about an entry in plain words, with the line of the file. */
export function structureError(error: unknown, firstLine: number): EntryError {
  const [, expected = '', line = '1'] = SYNTAX.exec(String(error)) ?? [];
  const where = `On line ${String(firstLine + Number(line) - 1)}`;
  const what = EXPECTED[expected] ?? 'something stands where BibTeX does not allow it';
  return new EntryError(`${where} ${what}.`, { cause: error });
}

export function valueError(error: unknown): EntryError {
  const reason =
    'A field holds LaTeX that does not add up: check its braces, $ signs and commands.';
  return new EntryError(reason, { cause: error });
}
