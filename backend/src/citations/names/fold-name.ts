/** A name without case, accents, apostrophes, hyphens and spaces. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ\s-]/gu, '')
    .toLowerCase();
}
