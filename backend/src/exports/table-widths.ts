import { plainText } from '../citations';
import type { TableBlock } from './model/document-model';

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
  if (least >= width) return needs.map((need) => (need.least / least) * width);
  // The square root keeps one long cell from taking everything
  const wishes = needs.map((need) => Math.sqrt(need.most - need.least + 1));
  const total = wishes.reduce((sum, wish) => sum + wish, 0);
  return needs.map(
    (need, column) => need.least + ((wishes[column] ?? 0) / total) * (width - least),
  );
}
