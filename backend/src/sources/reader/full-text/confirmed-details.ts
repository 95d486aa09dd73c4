import { comparable } from '../../csl/identity';
import { parseAuthors } from './author-names';

const PROGRAM_TITLE =
  /^(?:microsoft (?:word|powerpoint)|powerpoint presentation|untitled|senza titolo|без (?:назви|имени)|(?:document|documento|dokument|документ) ?\d*$|slide \d)|\.(?:docx?|odt|tex|dvi|pdf|indd|rtf|pptx?)$/iu;

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
