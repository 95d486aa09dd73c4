import type { Inline, Line } from 'pdfmake/js/layout';
import { isRightToLeft } from '../typography/right-to-left';

const SPACE = /\s+$/;

/** Width of the space that ends a piece; letters from right to left are drawn with it on their left. */
function spaceAfter({ text, width }: Inline): number {
  const letters = text.replace(SPACE, '');
  return letters === text ? 0 : width / (text.length + 1);
}

/** Sets the words of one line that are written from right to left in their order. */
function reverse(words: readonly Inline[]): void {
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return;
  let x = first.x + words.reduce((sum, { width }) => sum + width, 0) - spaceAfter(last);
  for (const word of words) {
    x -= word.width;
    word.x = x;
  }
}

/** pdfmake sets all words of a line from left to right. */
export function setDirections({ inlines }: Line): void {
  let words: Inline[] = [];
  for (const inline of inlines) {
    if (isRightToLeft(inline.text)) words.push(inline);
    else {
      reverse(words);
      words = [];
    }
  }
  reverse(words);
}
