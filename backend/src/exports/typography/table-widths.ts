import { plainText } from '../../citations/csl/formatted-text';
import type { TableBlock } from '../model/document-model';

/** Average width of a character as a share of its size, for Latin and Cyrillic text faces. */
const CHARACTER_WIDTH = 0.5;

interface ColumnNeed {
  /** The longest word: narrower, and it would be broken. */
  least: number;
  /** The longest cell on one line. */
  most: number;
}

function needOf(table: TableBlock, column: number, size: number, padding: number): ColumnNeed {
  const texts = table.rows.map((row) => plainText(row[column] ?? []));
  const longest = (lengths: number[]) => Math.max(1, ...lengths) * size * CHARACTER_WIDTH + padding;
  const words = texts.flatMap((text) => text.split(/\s+/).map((word) => word.length));
  return { least: longest(words), most: longest(texts.map((text) => text.length)) };
}

/** Shrinks the widest columns to one width, so that all fit; narrow ones keep theirs. */
function shrunk(needs: readonly number[], width: number): number[] {
  const ascending = [...needs].sort((a, b) => a - b);
  let rest = width;
  let limit = 0;
  for (const [index, need] of ascending.entries()) {
    limit = rest / (ascending.length - index);
    if (need > limit) break;
    rest -= need;
  }
  return needs.map((need) => Math.min(need, limit));
}

/**
 * Widths of the columns of a table that fills `width`: each has room for its longest word as far
 * as possible, and what is left goes to the columns with more text.
 */
export function columnWidths(
  table: TableBlock,
  width: number,
  size: number,
  padding: number,
): number[] {
  const needs = table.alignments.map((_, column) => needOf(table, column, size, padding));
  const least = needs.reduce((sum, need) => sum + need.least, 0);
  if (least >= width) {
    return shrunk(
      needs.map((need) => need.least),
      width,
    );
  }
  // The square root keeps one long cell from taking everything
  const wishes = needs.map((need) => Math.sqrt(need.most - need.least + 1));
  const total = wishes.reduce((sum, wish) => sum + wish, 0);
  return needs.map(
    (need, column) => need.least + ((wishes[column] ?? 0) / total) * (width - least),
  );
}
