import type { TextRange } from './letters';
import type { LaidText } from './open-pdf';

export type MarkLook = 'passage' | 'found' | 'current';

export interface TextMark {
  look: MarkLook;
  ranges: readonly TextRange[];
}

interface Piece {
  start: number;
  end: number;
  look: MarkLook;
}

/** A later mark covers an earlier one. */
function looksOf(length: number, pieces: readonly Piece[]): (MarkLook | null)[] {
  const looks = new Array<MarkLook | null>(length).fill(null);
  for (const { start, end, look } of pieces) looks.fill(look, start, end);
  return looks;
}

function markElement(element: HTMLElement, text: string, pieces: readonly Piece[]): void {
  const looks = looksOf(text.length, pieces);
  element.replaceChildren();
  for (let start = 0; start < text.length;) {
    const look = looks[start] ?? null;
    let end = start + 1;
    while (end < text.length && looks[end] === look) end++;
    const words = element.ownerDocument.createTextNode(text.slice(start, end));
    if (look === null) element.append(words);
    else {
      const mark = element.ownerDocument.createElement('mark');
      mark.className = `tg-pdf-mark tg-pdf-mark-${look}`;
      mark.append(words);
      element.append(mark);
    }
    start = end;
  }
}

/** Sets marks into the text of a page, and takes away those that were there. */
export function markText({ elements, texts }: LaidText, marks: readonly TextMark[]): void {
  const pieces = new Map<number, Piece[]>();
  for (const { look, ranges } of marks) {
    for (const { item, start, end } of ranges) {
      pieces.set(item, [...(pieces.get(item) ?? []), { start, end, look }]);
    }
  }
  elements.forEach((element, item) => {
    const own = pieces.get(item) ?? [];
    if (own.length > 0 || element.childElementCount > 0) {
      markElement(element, texts[item] ?? '', own);
    }
  });
}
