import { parse } from '@citation-js/name';

const severalWords = (part: string): boolean => /\S\s+\S/.test(part.trim());

/** One name a piece: semicolons always part names; commas only where no piece is a mere surname. */
function split(authors: string): string[] {
  const pieces = authors.split(/\s*(?:;|\n|\s&\s|\s(?:and|und|et|y|та|і|й|a)\s)\s*/u);
  return pieces.flatMap((piece) => {
    const parts = piece.split(',');
    return parts.length > 1 && parts.every(severalWords) ? parts : [piece];
  });
}

/** The names in a line such as `Doe, Jane; Richard Roe`, as CSL names that are yet to be cleaned. */
export function parseAuthors(authors: string): Record<string, string>[] {
  const names = split(authors).map((name) => name.trim());
  return names.filter((name) => name !== '').map((name) => parse(name));
}
