import { squeezed } from '../facts';

/** A piece of text as the file sets it, in points from the lower left corner. */
export interface Item {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  /** Name of the font file, such as `Tinos-Bold`. */
  font: string;
}

/** The pieces that stand on one base line. */
export interface Line {
  page: number;
  text: string;
  squeezed: string;
  x: number;
  /** Right edge. */
  end: number;
  /** Base line of its largest piece. */
  y: number;
  size: number;
  items: readonly Item[];
}

/** A raised number of a note still stands on the line. */
const SAME_LINE = 0.45;

/** A gap that is a space, as a share of the size; pdf.js leaves out wide ones. */
const SPACE = 0.15;

function textOf(items: readonly Item[]): string {
  return items.reduce((text, item, index) => {
    const before = items[index - 1];
    if (before === undefined) return item.text;
    const gap = item.x - before.x - before.width;
    return text + (gap > item.size * SPACE ? ' ' : '') + item.text;
  }, '');
}

function lineOf(page: number, items: readonly Item[]): Line {
  const text = textOf(items).replace(/\s+/g, ' ');
  const size = Math.max(...items.map((item) => item.size));
  const main = items.find((item) => item.size === size) ?? items[0];
  return {
    ...{ page, text: text.trim(), squeezed: squeezed(text), items, size },
    x: Math.min(...items.map(({ x }) => x)),
    end: Math.max(...items.map(({ x, width }) => x + width)),
    y: main?.y ?? 0,
  };
}

/** The lines of a page in the order in which the file sets them. */
export function linesOf(page: number, items: readonly Item[]): Line[] {
  const lines: Item[][] = [];
  for (const item of items) {
    if (item.text.trim() === '') continue;
    const open = lines.at(-1);
    const before = open?.at(-1);
    const near = Math.max(item.size, before?.size ?? 0) * SAME_LINE;
    if (open !== undefined && before !== undefined && Math.abs(before.y - item.y) < near)
      open.push(item);
    else lines.push([item]);
  }
  return lines.map((line) => lineOf(page, line));
}
