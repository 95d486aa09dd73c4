/** A text of narrower or wider lines was not wrapped at a width. */
const NARROWEST = 40;
const WIDEST = 140;
/** Of the width: as long is a line that ends because it was full. */
const FULL = 0.8;
/** Full lines that go on in small letters: as many, and that share, are no coincidence. */
const LEAST_CONTINUED = 3;
const LEAST_SHARE = 0.3;

const END = /[.:;!?…]["”»)]?$/u;
const ITEM = /^\s*(?:[•●▪◦·*–—-]|\(?\d{1,2}[.)]|\(?\p{L}[.)])\s/u;
const SMALL = /^\s*\p{Ll}/u;
const HYPHEN = /(?<=\p{Ll})[-‐]$/u;

function widthOf(lines: readonly string[]): number {
  const lengths = lines.map((line) => line.length).sort((a, b) => a - b);
  return lengths[Math.floor((lengths.length - 1) * 0.95)] ?? 0;
}

/**
 * The lines of a plain text with those joined that a program broke at a width, as mails and texts
 * copied from PDFs have them; where each paragraph is a line already, as they are.
 */
export function unwrapped(raw: readonly string[]): string[] {
  const lines = raw.map((line) => line.trimEnd());
  const width = widthOf(lines.filter((line) => line !== ''));
  if (width < NARROWEST || width > WIDEST) return lines;
  const goesOn = lines.map((line, index) => {
    const next = lines[index + 1] ?? '';
    return line.length >= width * FULL && next !== '' && !END.test(line) && !ITEM.test(next);
  });
  const continued = lines.filter((_, index) => goesOn[index] && SMALL.test(lines[index + 1] ?? ''));
  const full = lines.filter((line) => line.length >= width * FULL);
  if (continued.length < Math.max(LEAST_CONTINUED, full.length * LEAST_SHARE)) return lines;
  const broken = lines.map((line, index) => {
    const start = goesOn[index - 1] ? line.trimStart() : line;
    if (!goesOn[index]) return `${start}\n`;
    const isSplit = HYPHEN.test(line) && SMALL.test(lines[index + 1] ?? '');
    return isSplit ? start.replace(HYPHEN, '') : `${start} `;
  });
  return broken.join('').split('\n').slice(0, -1);
}
