import { roman } from '../../model/roman';
import { type NumberFacts, tally } from '../facts';
import type { Line } from './lines';
import type { PdfPage } from './open';

const NUMBER = /^(?:\d{1,4}|[ivxlcdm]{1,9})$/;

/** A number by itself at the very top or bottom of a page. */
function numberLine({ lines, height }: PdfPage, layout: { top: number; bottom: number }) {
  return lines.find(
    ({ squeezed, y, size }) =>
      NUMBER.test(squeezed) && (y > height - layout.top || y + size * 0.3 < layout.bottom),
  );
}

const NEAR = 2;

function positionOf(line: Line, page: PdfPage, edges: { left: number; right: number }): string {
  const edge = line.y > page.height / 2 ? 'top' : 'bottom';
  const right = page.width - edges.right;
  const centre = (edges.left + right) / 2;
  if (Math.abs(line.x - edges.left) < NEAR) return `${edge}_left`;
  if (Math.abs(line.end - right) < NEAR) return `${edge}_right`;
  return Math.abs((line.x + line.end) / 2 - centre) < NEAR ? `${edge}_center` : `${edge}_other`;
}

interface Edges {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export interface NumberedPages {
  facts: NumberFacts;
  /** The lines that are page numbers. */
  lines: ReadonlySet<Line>;
}

/**
 * The page numbers of a file, and what they show of it.
 * @param frontAt first page after the title page; @param bodyAt first page of the body
 */
export function numbersIn(
  pages: readonly PdfPage[],
  edges: Edges,
  { frontAt, bodyAt }: { frontAt: number; bodyAt: number },
): NumberedPages {
  const found = pages.flatMap((page) => {
    const line = numberLine(page, edges);
    return line === undefined ? [] : [{ page, line }];
  });
  const labels = new Map(found.map(({ page, line }) => [page.number, line.squeezed]));
  const between = (from: number, to: number) =>
    pages.filter(({ number }) => number >= from && number < to);
  const front = between(frontAt, bodyAt);
  const shownOn = (some: readonly PdfPage[]) => some.every(({ number }) => labels.has(number));
  const isRoman =
    labels.get(bodyAt) === '1' &&
    front.every(({ number }) => (labels.get(number) ?? roman(number)) === roman(number));
  const hasFront = front.length > 0;
  return {
    lines: new Set(found.map(({ line }) => line)),
    facts: {
      positions: tally(
        found.map(({ page, line }) => ({
          value: positionOf(line, page, edges),
          where: `page ${String(page.number)}`,
        })),
      ),
      onTitlePage: shownOn(between(1, frontAt)),
      onFront: hasFront ? shownOn(front) : null,
      onBody: shownOn(between(bodyAt, pages.length + 1)),
      roman: hasFront ? isRoman : null,
    },
  };
}
