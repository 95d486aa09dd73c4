import { lettersOf, rangesOf, type TextRange } from './letters';

interface Span {
  start: number;
  end: number;
}

/** So many letters in a row are hardly the same by chance: they tell where to look, … */
const ANCHOR = 24;
/** … and so many that the passage goes on behind a note or a running line. */
const SEED = 8;
/** Letters that may stand between two parts of a passage, such as the sign of a note. */
const SMALL_GAP = 6;
/** Letters that a page may have in the midst of a passage: running lines, notes, a table. */
const STRANGE = 800;
/** Less of a passage than this share is not the passage. */
const ENOUGH = 0.5;

/** The stretch of a page in which a passage must stand; null where nothing speaks for any. */
function surroundings(page: string, passage: string): Span | null {
  for (let at = 0; at + ANCHOR <= passage.length; at += SEED) {
    const found = page.indexOf(passage.slice(at, at + ANCHOR));
    if (found === -1) continue;
    const start = Math.max(0, found - at - STRANGE);
    return { start, end: found + passage.length - at + STRANGE };
  }
  return null;
}

function sameLength(page: string, passage: string, from: number, at: number): number {
  let length = 0;
  while (
    at + length < passage.length &&
    from + length < page.length &&
    page[from + length] === passage[at + length]
  ) {
    length++;
  }
  return length;
}

/** The parts of a passage that stand in a page one behind the other. */
function alignedSpans(page: string, passage: string, { start, end }: Span): Span[] {
  const within = page.slice(0, end);
  const spans: Span[] = [];
  let from = start;
  for (let at = 0; at + SEED <= passage.length;) {
    const found = within.indexOf(passage.slice(at, at + SEED), from);
    if (found === -1) {
      at++;
      continue;
    }
    const length = sameLength(within, passage, found, at);
    const last = spans.at(-1);
    if (last !== undefined && found - last.end <= SMALL_GAP) last.end = found + length;
    else spans.push({ start: found, end: found + length });
    at += length;
    from = found + length;
  }
  return spans;
}

/**
 * Where a passage stands in the texts of a page. What the reader of the file has left out of it,
 * such as signs of notes and running lines, may stand in between. Empty when it is not there.
 */
export function findPassage(texts: readonly string[], passage: string): TextRange[] {
  const letters = lettersOf(texts);
  const { text: sought } = lettersOf([passage]);
  if (sought === '') return [];
  const exact = letters.text.indexOf(sought);
  if (exact !== -1) return rangesOf(letters, exact, exact + sought.length);
  const where = surroundings(letters.text, sought);
  if (where === null) return [];
  const spans = alignedSpans(letters.text, sought, where);
  const length = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  if (length < ENOUGH * sought.length) return [];
  return spans.flatMap(({ start, end }) => rangesOf(letters, start, end));
}
