import fc from 'fast-check';
import type { CslItem } from './csl-item';
import { SourceKeys } from './source-keys';

const item = (
  family: string | undefined,
  year: number | undefined,
  title = 'The art of memory',
): CslItem => ({
  id: '',
  type: 'book',
  title,
  ...(family === undefined ? {} : { author: [{ family }] }),
  ...(year === undefined ? {} : { issued: { 'date-parts': [[year]] } }),
});

const keyOf = (csl: CslItem, language: 'en' | 'uk' = 'en') =>
  new SourceKeys([], language).next(csl);

describe('SourceKeys', () => {
  it.each([
    [item('Roediger', 2006), 'roediger2006'],
    [item('Müller-Łącki', 1999), 'mullerlacki1999'],
    [item("O'Neil", 2001), 'oneil2001'],
    [item('Roediger', undefined), 'roediger'],
    [item(undefined, 2006), 'memory2006'],
    [item(undefined, undefined), 'memory'],
    [item(undefined, undefined, '1984'), 'source1984'],
    [item(undefined, undefined, '…'), 'source'],
    [item('王', 2001), 'wang2001'],
  ])('makes a key a person can read (%#)', (csl, key) => {
    expect(keyOf(csl)).toBe(key);
  });

  it.each([
    ['Гнатюк', 'hnatiuk2001'],
    ['Ющенко', 'yushchenko2001'],
    ['Згурський', 'zghurskyi2001'],
    ['Їжакевич', 'yizhakevych2001'],
  ])('romanises %s as Ukraine does', (family, key) => {
    expect(keyOf(item(family, 2001), 'uk')).toBe(key);
  });

  it('uses the editor where there is no author', () => {
    const editor = [{ literal: 'World Health Organization' }];
    expect(keyOf({ ...item(undefined, 2020), editor })).toBe('worldhealthorganization2020');
  });

  it('adds a letter to the second work of an author and year', () => {
    const keys = new SourceKeys(['doe2020'], 'en');
    const drawn = Array.from({ length: 27 }, () => keys.next(item('Doe', 2020)));
    expect(drawn.slice(0, 2)).toEqual(['doe2020b', 'doe2020c']);
    expect(drawn.slice(-3)).toEqual(['doe2020z', 'doe2020aa', 'doe2020ab']);
  });

  it('never gives a key twice, and the same keys for the same works', () => {
    const works = fc.array(
      fc.record({
        family: fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined }),
        year: fc.option(fc.integer({ min: -500, max: 2100 }), { nil: undefined }),
        title: fc.string({ unit: 'grapheme' }),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(
        works,
        fc.array(fc.constantFrom('source', 'a2000', 'sourceb')),
        (drafts, taken) => {
          const draw = () => {
            const keys = new SourceKeys(taken, 'en');
            return drafts.map(({ family, year, title }) => keys.next(item(family, year, title)));
          };
          const keys = draw();
          expect(draw()).toEqual(keys);
          expect(new Set([...keys, ...taken]).size).toBe(keys.length + new Set(taken).size);
          expect(keys.filter((key) => !/^[a-z][a-z0-9]*$/.test(key))).toEqual([]);
        },
      ),
    );
  });
});
