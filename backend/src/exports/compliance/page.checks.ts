import type { Layout } from '../typography/layout';
import type { FileFacts, Geometry } from './facts';
import { compare, compareMeasure, millimetres } from './measures.check';
import { broken, met, notCheckable, type Verdict } from './outcome';
import { reason } from './reason';

type Edge = 'top' | 'right' | 'bottom' | 'left';

/** Where text ends of itself, the last line of the fullest page may stay as far away. */
const LINES_SHORT = 4;

export function checkPageSize(facts: FileFacts, { page }: Layout): Verdict {
  const near = (one: number, other: number) => Math.abs(one - other) <= 0.5;
  return compare<Pick<Geometry, 'width' | 'height'>>(
    facts.geometry,
    ({ width, height }) => near(width, page.width) && near(height, page.height),
    ({ width, height }) => `${millimetres(width)} × ${millimetres(height)}`,
    facts,
  );
}

function looseEdge(
  value: number,
  expected: number,
  slack: number,
  precision: number,
): Verdict | null {
  if (value < expected - precision) {
    const by = millimetres(expected - value);
    return broken(millimetres(value), reason('text_in_margin', { by }));
  }
  if (value <= expected + slack) return null;
  return notCheckable('edge_out_of_reach');
}

export function checkMargin(edge: Edge, facts: FileFacts, layout: Layout): Verdict {
  const expected = layout.page[edge];
  const observed = facts.geometry.map((one) => ({ ...one, value: one.value[edge] }));
  if (!facts.openEdges.has(edge)) {
    return compareMeasure(observed, expected, facts, millimetres);
  }
  const [first] = observed;
  if (first === undefined) return notCheckable('no_text');
  const slack = edge === 'right' ? layout.textWidth * 0.1 : layout.lineDistance * LINES_SHORT;
  const loose = looseEdge(first.value, expected, slack, facts.precision.points);
  return loose ?? met(millimetres(expected));
}
