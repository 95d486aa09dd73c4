import { fontFaces, singleLine } from '../../typography/fonts';
import type { Layout } from '../../typography/layout';
import { tally } from '../facts';
import type { Line } from './lines';
import type { SetParagraph } from './paragraphs';

const placeOf = ({ page, text }: Line) => `page ${String(page)}: “${text.slice(0, 40)}”`;
const rounded = (value: number) => Math.round(value * 100) / 100;

/** Pairs of lines one below the other. */
const pairs = (lines: SetParagraph) =>
  lines.slice(1).flatMap((line, index) => {
    const before = lines[index];
    return before === undefined || before.page !== line.page ? [] : [[before, line] as const];
  });

/** As far as a justified line may end from the edge, and what is no chance for a ragged one. */
const FLUSH = 1;
const ENOUGH_FLUSH = 0.4;

/** Whether lines are flush at the right edge, a paragraph with lines enough to tell. */
function alignmentOf(lines: SetParagraph, right: number): 'justified' | 'left' | undefined {
  const inner = lines.slice(0, -1);
  if (inner.length < 2) return undefined;
  const flush = inner.filter(({ end }) => Math.abs(end - right) <= FLUSH).length;
  // our typesetting leaves a line ragged rather than tear it apart
  return flush / inner.length >= ENOUGH_FLUSH ? 'justified' : 'left';
}

/** How the paragraphs of the text are set. */
export function bodyFacts(paragraphs: readonly SetParagraph[], layout: Layout) {
  const { left } = layout.page;
  // where lines do end, whatever margin is ruled
  const right = Math.max(...paragraphs.flat().map(({ end }) => end));
  const single = singleLine(fontFaces(layout.font));
  const each = <Value>(read: (lines: SetParagraph) => { value: Value; where: string }[]) =>
    tally(paragraphs.flatMap(read));
  return {
    bodySizes: each((lines) =>
      lines.map((line) => ({ value: rounded(line.size), where: placeOf(line) })),
    ),
    lineSpacings: each((lines) =>
      pairs(lines).map(([above, below]) => ({
        value: Math.round(((above.y - below.y) / (single * below.size)) * 50) / 50,
        where: placeOf(below),
      })),
    ),
    indents: each((lines) =>
      lines.slice(0, 1).map((line) => ({ value: rounded(line.x - left), where: placeOf(line) })),
    ),
    alignments: each((lines) => {
      const value = alignmentOf(lines, right);
      return value === undefined || lines[0] === undefined
        ? []
        : [{ value, where: placeOf(lines[0]) }];
    }),
  };
}
