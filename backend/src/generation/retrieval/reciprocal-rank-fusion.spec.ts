import fc from 'fast-check';
import { fuse } from './reciprocal-rank-fusion';

const ids = (...rankings: string[][]) => fuse(rankings).map(({ id }) => id);

describe('fuse', () => {
  it('puts first what stands high in both rankings', () => {
    expect(ids(['a', 'b', 'c'], ['d', 'b', 'a'])).toEqual(['a', 'b', 'd', 'c']);
  });

  it('keeps a single ranking, and each of all exactly once', () => {
    const ranking = fc.uniqueArray(fc.stringMatching(/^[a-f]$/));
    fc.assert(
      fc.property(ranking, ranking, (one, other) => {
        expect(ids(one)).toEqual(one);
        expect(new Set(ids(one, other))).toEqual(new Set([...one, ...other]));
        expect(ids(one, other)).toHaveLength(new Set([...one, ...other]).size);
      }),
    );
  });
});
