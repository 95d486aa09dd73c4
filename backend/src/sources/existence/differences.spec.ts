import type { CslItem } from '../csl/csl-item';
import { differencesBetween, isSameWork } from './differences';

const RECORD: CslItem = {
  id: '',
  type: 'article-journal',
  title: 'Recalling what was read on a night train',
  author: [{ family: 'Testova', given: 'Ada' }],
  issued: { 'date-parts': [[2019]] },
  'container-title': 'Journal of Invented Learning',
  DOI: '10.5555/recall.2019',
};

const fieldsOf = (yours: Partial<CslItem>, theirs: Partial<CslItem> = {}) =>
  differencesBetween({ ...RECORD, ...yours }, { ...RECORD, ...theirs }).map(({ field }) => field);

describe('differencesBetween', () => {
  it.each<[string, Partial<CslItem>]>([
    ['nothing', {}],
    ['case and punctuation', { title: 'RECALLING what was read, on a night-train' }],
    ['a typing error', { title: 'Recalling what was raed on a night train' }],
    ['an abbreviated journal', { 'container-title': 'J. Invent. Learn.' }],
    ['a DOI in capitals', { DOI: '10.5555/RECALL.2019' }],
    ['initials', { author: [{ family: 'Testova', given: 'A.' }] }],
    ['a particle in the name', { author: [{ family: 'van Testova', given: 'Ada' }] }],
  ])('passes over %s', (_, yours) => {
    expect(fieldsOf(yours)).toEqual([]);
    expect(isSameWork({ ...RECORD, ...yours }, RECORD)).toBe(true);
  });

  it.each<[string, Partial<CslItem>]>([
    ['title', { title: 'Sleeping on a book is as good as reading it' }],
    ['year', { issued: { 'date-parts': [[2018]] } }],
    ['author', { author: [{ family: 'Other', given: 'Ada' }] }],
    ['container', { 'container-title': 'Annals of Something Else' }],
    ['doi', { DOI: '10.5555/other' }],
  ])('names the %s', (field, yours) => {
    expect(fieldsOf(yours)).toEqual([field]);
  });

  it('says what each of the two states', () => {
    const yours = { ...RECORD, issued: { 'date-parts': [[2018]] } };
    expect(differencesBetween(yours, RECORD)).toEqual([
      { field: 'year', yours: '2018', theirs: '2019' },
    ]);
  });

  it('takes what is left open for no contradiction', () => {
    const { title, id, type } = RECORD;
    expect(differencesBetween({ id, type, title: title! }, RECORD)).toEqual([]);
  });
});

describe('isSameWork', () => {
  const wrongYear = { ...RECORD, issued: { 'date-parts': [[1999]] } };
  const wrongAuthor = { ...RECORD, author: [{ family: 'Other' }] };

  it('keeps a real work that is described wrongly apart from an invented one', () => {
    expect(isSameWork(wrongYear, RECORD)).toBe(true);
    expect(isSameWork(wrongAuthor, RECORD)).toBe(true);
    expect(
      isSameWork({ ...wrongYear, ...wrongAuthor, issued: { 'date-parts': [[1999]] } }, RECORD),
    ).toBe(false);
    expect(
      isSameWork({ ...RECORD, title: 'Recalling what was read on a ferry at noon' }, RECORD),
    ).toBe(false);
  });

  it('does not go by a title that many works have', () => {
    const titles = { title: 'Introduction' };
    expect(isSameWork({ ...wrongAuthor, ...titles }, { ...RECORD, ...titles })).toBe(false);
  });
});
