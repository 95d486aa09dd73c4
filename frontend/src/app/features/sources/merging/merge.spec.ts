import { sourceRecord } from '../../../../testing/records';
import { mergeOf, mergesOf } from './merge';

const blank = sourceRecord({ names: [], year: null, doi: null, pages: '1–2', passageCount: 0 });

describe('mergeOf', () => {
  it('names the blanks that were filled, and what can be undone', () => {
    const after = { ...blank, names: ['Doe, Jane'], year: 2001, pages: '1–2' };
    expect(mergeOf(blank, after, 'm1')).toEqual({
      source: after,
      filled: ['names', 'year'],
      broughtText: false,
      undo: 'm1',
    });
  });

  it('has nothing to undo where nothing was taken in', () => {
    expect(mergeOf(blank, blank, null)).toMatchObject({
      filled: [],
      broughtText: false,
      undo: null,
    });
  });

  it('tells that a text came', () => {
    expect(mergeOf(blank, { ...blank, passageCount: 3 }, 'm1')).toMatchObject({
      broughtText: true,
    });
  });
});

describe('mergesOf', () => {
  it('tells of each source once, and of none that came with the import itself', () => {
    const known = sourceRecord({ id: 'a', doi: null });
    const merged = [
      { ...known, doi: null },
      { ...known, doi: '10.1000/182' },
      sourceRecord({ id: 'new' }),
    ];
    const merges = [{ id: 'm1', sourceId: 'a' }];
    expect(mergesOf([known], { merged, merges })).toMatchObject([
      { source: { id: 'a' }, filled: ['doi'], undo: 'm1' },
    ]);
    expect(mergesOf([known], { merged, merges: [] })).toMatchObject([{ undo: null }]);
  });
});
