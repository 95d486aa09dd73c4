import fc from 'fast-check';
import type { TableBlock } from '../model/document-model';
import { columnWidths } from './table-widths';

const tableOf = (rows: string[][]): TableBlock => ({
  kind: 'table',
  caption: null,
  alignments: (rows[0] ?? []).map(() => 'left'),
  rows: rows.map((row) => row.map((text) => [{ text }])),
});

const widths = (rows: string[][]) => columnWidths(tableOf(rows), 450, 11, 10).map(Math.round);

describe('columnWidths', () => {
  it('gives equal columns equal widths and longer texts more', () => {
    expect(widths([['same', 'same', 'same']])).toEqual([150, 150, 150]);
    const [short = 0, long = 0] = widths([['a', 'a text of many words in one cell']]);
    expect(long).toBeGreaterThan(2 * short);
  });

  it('takes from the columns with words that no column could hold', () => {
    const word = 'x'.repeat(90);
    const [first = 0, second = 0, third = 0] = widths([[word, word, 'plain words']]);
    expect(third).toBeGreaterThan(30);
    expect(Math.abs(first - second)).toBeLessThanOrEqual(1);
  });

  it('always fills the width with columns of some width', () => {
    const cell = fc.oneof(fc.string({ maxLength: 200 }), fc.lorem({ maxCount: 20 }));
    const table = fc.integer({ min: 1, max: 8 }).chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 5,
      }),
    );
    fc.assert(
      fc.property(table, (rows) => {
        const result = columnWidths(tableOf(rows), 450, 11, 10);
        expect(result.reduce((sum, width) => sum + width, 0)).toBeCloseTo(450);
        expect(Math.min(...result)).toBeGreaterThan(10);
      }),
    );
  });
});
