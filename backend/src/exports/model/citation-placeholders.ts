import type { CitationCluster } from '../../citations';

/**
 * Citations leave the text before Markdown is read, so that no character of a key, such as an
 * underscore, is taken for markup. The placeholder is bracketed by punctuation, so that emphasis
 * around it opens and closes as it would around `[@key]`; the private-use characters inside are
 * taken out of every text first, so none can be forged.
 */
const OPEN = '⧼\uE000';
const CLOSE = '\uE001⧽';
const PLACEHOLDER = /⧼\uE000(\d+)\uE001⧽/;

const UNPRINTABLE = /[^\P{Cc}\n\t]|[\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\u00AD]/gu;

const NUMERIC_REFERENCE = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi;

/** `&#xE000;` would become the character itself only after the others have been taken out. */
function withoutUnprintable(reference: string, hex?: string, decimal?: string): string {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const valid = code <= 0x10ffff && String.fromCodePoint(code).replace(UNPRINTABLE, '') !== '';
  return valid ? reference : '';
}

/** The text without control, private-use and soft-hyphen characters. */
export function printable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(UNPRINTABLE, '')
    .replace(NUMERIC_REFERENCE, withoutUnprintable);
}

/** The same, for a text of one line. */
export function printableLine(text: string): string {
  return printable(text).replace(/\s+/g, ' ').trim();
}

/** @param firstIndex index of the first cluster among those of the whole document */
export function withPlaceholders(
  markdown: string,
  clusters: readonly CitationCluster[],
  firstIndex: number,
): string {
  let position = 0;
  const parts = clusters.map(({ start, end }, index) => {
    const before = markdown.slice(position, start);
    position = end;
    return `${before}${OPEN}${String(firstIndex + index)}${CLOSE}`;
  });
  return parts.join('') + markdown.slice(position);
}

export function hasPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}

/** @returns the text around the placeholders and, at every odd place, the index of a cluster */
export function atPlaceholders(text: string): string[] {
  return text.split(new RegExp(PLACEHOLDER, 'g'));
}
