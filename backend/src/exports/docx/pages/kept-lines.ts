import type { FlowLine, FlowNote, FlowParagraph } from './flow';

/** In points. */
export const TOLERANCE = 0.01;

/** Fewer lines than this of a paragraph stay alone on neither page. */
const FEWEST = 2;
/** A paragraph of no more lines can't be broken so. */
const UNBREAKABLE = 2 * FEWEST - 1;

export const heightOf = (lines: readonly { height: number }[]): number =>
  lines.reduce((sum, { height }) => sum + height, 0);

export const notesIn = (lines: readonly { notes: readonly FlowNote[] }[]): FlowNote[] =>
  lines.flatMap(({ notes }) => notes);

/** How many lines of a paragraph have to stand together where it begins. */
export function leastLines({ lines, keepLines }: Pick<FlowParagraph, 'lines' | 'keepLines'>) {
  return keepLines || lines.length <= UNBREAKABLE ? lines.length : FEWEST;
}

/** The same of a note, which may go on on the next page. */
export const leastNoteHeight = ({ lines, height }: FlowNote): number =>
  lines <= UNBREAKABLE ? height : (height / lines) * FEWEST;

/** How many lines stay on a page of those that fit. @param total from the first of them on */
export function linesOnPage(
  total: number,
  fits: number,
  keepLines: boolean,
  first: boolean,
): number {
  if (keepLines && first) return 0;
  if (total < FEWEST) return fits;
  const kept = total - fits === 1 ? fits - 1 : fits;
  return first && kept === 1 ? 0 : kept;
}

interface Room {
  height: number;
  /** What the notes of the first so many lines take of it. */
  notes(count: number): number;
  /** Whether the space below the last of so many lines may hang below the page. */
  hangs(count: number): boolean;
}

/** How many lines fit on a page, and how many of these stay on it. */
export function linesThatFit(
  lines: readonly FlowLine[],
  keepLines: boolean,
  first: boolean,
  room: Room,
): { fits: number; count: number } {
  let used = 0;
  for (const [index, { height, below }] of lines.entries()) {
    used += height;
    const over = used + room.notes(index + 1) - room.height;
    if (over <= TOLERANCE) continue;
    const hung = over - below <= TOLERANCE && room.hangs(index + 1);
    const fits = hung ? index + 1 : index;
    if (fits === lines.length) break;
    return { fits, count: linesOnPage(lines.length, fits, keepLines, first) };
  }
  return { fits: lines.length, count: lines.length };
}
