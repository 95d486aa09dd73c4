import { joinLine, vocabularyOf } from './dehyphenate';
import type { Line } from './line';

/** Distance of base lines, in font sizes, that is more than any usual line spacing. */
const WIDE_GAP = 1.9;
const INDENT = 0.8;
const SIZE_CHANGE = 0.08;

const ENDS_SENTENCE = /[.!?:…]["'”’»)\]]*$/u;
const STARTS_ANEW = /^["'“„«([]?[\p{Lu}\p{N}•–—]/u;

/** Whether `next` starts a paragraph; in doubt a sentence that runs on is not cut. */
function startsParagraph(previous: Line, next: Line): boolean {
  const size = Math.max(previous.size, next.size);
  if (Math.abs(previous.size - next.size) > size * SIZE_CHANGE) return true;
  if (!STARTS_ANEW.test(next.text)) return false;
  const gap = previous.y - next.y;
  if (gap > size * WIDE_GAP) return true;
  const indented = gap > 0 && next.x - previous.x > size * INDENT;
  return ENDS_SENTENCE.test(previous.text) && (indented || isShort(previous, next));
}

/** The last line of a paragraph ends well before the right edge. */
function isShort(previous: Line, next: Line): boolean {
  return previous.end < next.end - 4 * next.size;
}

/** The paragraphs of each page, headings among them; words cut at line ends are whole again. */
export function toParagraphs(pages: readonly Line[][]): string[][] {
  const vocabulary = vocabularyOf(pages);
  return pages.map((lines) => {
    const paragraphs: string[] = [];
    lines.forEach((line, index) => {
      const previous = lines[index - 1];
      const text = paragraphs.at(-1);
      if (previous === undefined || text === undefined || startsParagraph(previous, line)) {
        paragraphs.push(line.text);
      } else {
        paragraphs[paragraphs.length - 1] = joinLine(text, line.text, vocabulary);
      }
    });
    return paragraphs;
  });
}
