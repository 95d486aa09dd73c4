import { comparable } from '../../csl/identity';
import { parseAuthors } from './author-names';

const PROGRAM_TITLE =
  /^(?:microsoft (?:word|powerpoint)|untitled|slide \d)|\.(?:docx?|tex|dvi|pdf|indd|rtf)$/i;

/** Shorter ones are found in any text. */
export const MIN_TITLE = 8;

/*
 * What a file says of itself counts only if its first pages say the same: programs leave template
 * names, old titles and the names of accounts there.
 */

export function confirmedTitle(title: string, opening: string): string | undefined {
  const known = comparable(title);
  const printed = known.length >= MIN_TITLE && comparable(opening).includes(known);
  return printed && !PROGRAM_TITLE.test(title) ? title : undefined;
}

/** All of the authors, or none. */
export function confirmedAuthors(authors: string, opening: string): Record<string, string>[] {
  const printed = ` ${comparable(opening)} `;
  const names = parseAuthors(authors);
  const isPrinted = ({ family = '' }: Record<string, string>) =>
    family.length > 1 && printed.includes(` ${comparable(family)} `);
  return names.length > 0 && names.every(isPrinted) ? names : [];
}

const EXTENSION = /\.(?:pdf|docx)$/i;

export function titleFromFileName(fileName: string): string {
  const name = fileName.replace(/^.*[\\/]/, '').replace(EXTENSION, '');
  return name.replace(/[_\s]+|(?<=\p{L})-(?=\p{L})/gu, ' ').trim();
}
