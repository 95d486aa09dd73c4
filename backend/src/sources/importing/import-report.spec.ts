import type { RefusedEntry } from '../reader/reading';
import { reportOf } from './import-report';

const refusals = (count: number) =>
  Array.from({ length: count }, (_, line): RefusedEntry => {
    return {
      line,
      entry: null,
      code: 'NO_TITLE',
      at: null,
      count: null,
      reason: 'It has no title.',
    };
  });

const nothing = { added: [], merged: [], refused: [], passages: [], before: new Map(), merges: [] };

describe('the report of an import', () => {
  it('lists each entry that was refused', async () => {
    const { refused } = await reportOf({ ...nothing, refused: refusals(3) }, refusals(2));
    expect(refused).toHaveLength(5);
  });

  it('stays short for a file of which nearly nothing could be used', async () => {
    const { refused } = await reportOf({ ...nothing, refused: refusals(4000) }, refusals(1000));
    expect(refused).toHaveLength(201);
    expect(refused.at(-1)).toMatchObject({
      code: 'NOT_LISTED',
      count: 4800,
      reason: expect.stringContaining('4800 more') as unknown,
    });
  });
});
