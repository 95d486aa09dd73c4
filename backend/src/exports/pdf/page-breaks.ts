import type LayoutBuilder from 'pdfmake/js/LayoutBuilder';
import type { Line, TextNode, Writer } from 'pdfmake/js/layout';
import { heightsWithNotes, notesOf } from './footnotes';

/** Fewer lines than this of a paragraph stay alone on neither page. */
const MIN_LINES = 2;

/** The lines of a paragraph, for whose building it is consumed. */
function linesOf(builder: LayoutBuilder, node: TextNode): Line[] {
  const lines: Line[] = [];
  for (let line = builder.buildNextLine(node); line !== null; line = builder.buildNextLine(node)) {
    lines.push(line);
  }
  return lines;
}

/** Has pdfmake set a paragraph of lines that are built already, which takes as long as setting it. */
function withLines(builder: LayoutBuilder, node: TextNode, lines: Line[], set: () => void): void {
  const left = lines.values();
  const build = builder.buildNextLine.bind(builder);
  builder.buildNextLine = (asked) => (asked === node ? (left.next().value ?? null) : build(asked));
  try {
    set();
  } finally {
    builder.buildNextLine = build;
  }
}

/**
 * After how many lines a paragraph has to go on on the next page; null when it may break where the
 * page is full.
 */
export function breakAfter(
  heights: readonly number[],
  available: number,
  { keepTogether = false, roomBelow = 0 }: Pick<TextNode, 'keepTogether' | 'roomBelow'>,
): number | null {
  const total = heights.reduce((sum, height) => sum + height, 0);
  if (total + roomBelow <= available) return null;
  if (keepTogether || roomBelow > 0) return 0;
  let used = 0;
  const fitting = heights.findIndex((height) => (used += height) > available);
  const whole = fitting === -1 ? heights.length : fitting;
  const kept = Math.min(whole, heights.length - MIN_LINES);
  if (kept < MIN_LINES) return 0;
  return kept < whole ? kept : null;
}

/** Sets a paragraph with no line left alone and no heading parted from its text. */
export function setParagraph(builder: LayoutBuilder, node: TextNode, set: () => void): void {
  setBroken(builder, node, set);
  notesOf(builder).underHeading = (node.roomBelow ?? 0) > 0 ? MIN_LINES : 0;
}

function setBroken(builder: LayoutBuilder, node: TextNode, set: () => void): void {
  const { writer } = builder;
  const atTop = () => writer.context().y <= writer.context().pageMargins.top;
  if (atTop()) {
    set();
    return;
  }
  const { availableHeight } = writer.context();
  const lines = linesOf(builder, node);
  const at = breakAfter(heightsWithNotes(builder, lines), availableHeight, node);
  withLines(builder, node, lines, () => {
    setBreaking(writer, at, set, atTop);
  });
}

/** @param at after how many lines a page ends; null where pdfmake ends it */
function setBreaking(
  writer: Writer,
  at: number | null,
  set: () => void,
  atTop: () => boolean,
): void {
  if (at === null) {
    set();
    return;
  }
  const addLine = writer.addLine.bind(writer);
  let count = 0;
  writer.addLine = (line: Line) => {
    // pdfmake may have moved on by itself
    if (count === at && !atTop()) writer.moveToNextPage();
    count += 1;
    return addLine(line);
  };
  try {
    set();
  } finally {
    writer.addLine = addLine;
  }
}
