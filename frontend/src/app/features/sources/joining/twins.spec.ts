import type { Source } from '../../../api/generated/models';
import { sourceRecord } from '../../../../testing/records';
import { twinsOf } from './twins';

let count = 0;
const source = (over: Partial<Source>) => sourceRecord({ id: String((count += 1)), ...over });
const areTwins = (one: Partial<Source>, other: Partial<Source>) =>
  twinsOf([source(one), source(other)]).size === 2;

describe('twinsOf', () => {
  it.each<[string, Partial<Source>, Partial<Source>]>([
    ['what was printed a year after its preprint', { year: 2005, volume: null }, { year: 2006 }],
    ['a reference without an author or a year', { names: [], year: null }, {}],
    [
      'one title with and one without its subtitle',
      { title: 'Testing memory: a review' },
      { title: 'Testing memory' },
    ],
    [
      'another title with the same DOI',
      { title: 'A', doi: '10.1/x' },
      { title: 'B', doi: '10.1/X' },
    ],
  ])('recognises %s', (_, one, other) => {
    expect(areTwins(one, other)).toBe(true);
  });

  it.each<[string, Partial<Source>, Partial<Source>]>([
    ['two editions', { edition: '1' }, { edition: '2' }],
    ['two volumes', { volume: '1' }, { volume: '2' }],
    ['years far apart', { year: 1990 }, { year: 2006 }],
    ['other authors', { names: ['Doe, Jane'] }, {}],
    ['two subtitles', { title: 'Testing memory: a review' }, { title: 'Testing memory: a reply' }],
  ])('keeps %s apart', (_, one, other) => {
    expect(areTwins(one, other)).toBe(false);
  });

  it('names for each the first other one', () => {
    const all = [source({}), source({}), source({ title: 'Something else' })];
    const twins = twinsOf(all);
    expect(all.map(({ id }) => twins.get(id))).toEqual([all[1], all[0], undefined]);
  });

  it('names none of which is known that they are two', () => {
    const all = [source({}), source({}), source({})];
    const [first, second, third] = all;
    const twins = twinsOf(all, (one, other) => [one, other].every((each) => each !== third));
    expect(all.map(({ id }) => twins.get(id))).toEqual([third, third, first]);
    expect(twinsOf([first!, second!], () => true).size).toBe(0);
  });

  it('looks through a thousand sources in a moment, even if all have one title', () => {
    const same = Array.from({ length: 1000 }, (_, n) => source({ volume: String(n) }));
    const start = performance.now();
    expect(twinsOf(same).size).toBe(0);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
