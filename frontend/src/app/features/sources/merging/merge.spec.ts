import { sourceRecord } from '../../../../testing/records';
import { mergeOf, mergesOf } from './merge';

const blank = sourceRecord({ names: [], year: null, doi: null, pages: '1–2', passageCount: 0 });

describe('mergeOf', () => {
  it('names the blanks that were filled, and how to have them blank again', () => {
    const after = { ...blank, names: ['Doe, Jane'], year: 2001, pages: '1–2' };
    expect(mergeOf(blank, after)).toEqual({
      source: after,
      filled: ['names', 'year'],
      broughtText: false,
      undo: { authors: [], year: null },
    });
  });

  it('has nothing to undo where nothing was missing', () => {
    expect(mergeOf(blank, blank)).toMatchObject({ filled: [], broughtText: false, undo: null });
  });

  it('tells that a text came', () => {
    expect(mergeOf(blank, { ...blank, passageCount: 3 })).toMatchObject({ broughtText: true });
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
    expect(mergesOf([known], merged)).toMatchObject([{ source: { id: 'a' }, filled: ['doi'] }]);
  });
});
