import type { OpenPdf } from './open-pdf';
import { PdfSearch } from './pdf-search';

const PAGES = [
  ['A lighthouse stands ', 'alone.'],
  ['Nothing.'],
  ['Light-', 'houses, and a lighthouse.'],
];

function fake(pages: readonly (readonly string[])[]): OpenPdf {
  const page = (number: number) =>
    number === 2 && pages.length === 2
      ? Promise.reject(new Error('damaged'))
      : Promise.resolve({ texts: () => Promise.resolve(pages[number - 1] ?? []) });
  return { pageCount: pages.length, page, close: () => undefined } as unknown as OpenPdf;
}

describe('PdfSearch', () => {
  it('finds words on every page, also those that a line cuts, from the page where one is', async () => {
    const search = new PdfSearch(fake(PAGES));
    await search.look('LIGHTHOUSE', 2);
    expect(search.findings().map(({ page }) => page)).toEqual([1, 3, 3]);
    expect(search.shown()?.page).toBe(3);
    expect(search.findings()[1]?.ranges).toEqual([
      { item: 0, start: 0, end: 5 },
      { item: 1, start: 0, end: 5 },
    ]);
    expect(
      search
        .marks()
        .get(3)
        ?.map(({ look }) => look),
    ).toEqual(['current', 'found']);
  });

  it('goes round in both directions', async () => {
    const search = new PdfSearch(fake(PAGES));
    await search.look('lighthouse', 1);
    search.go(-1);
    expect(search.current()).toBe(2);
    search.go(1);
    expect(search.current()).toBe(0);
  });

  it('forgets what was looked for before', async () => {
    const search = new PdfSearch(fake(PAGES));
    const first = search.look('lighthouse', 1);
    await Promise.all([first, search.look('nothing', 1)]);
    expect(search.findings().map(({ page }) => page)).toEqual([2]);
    search.clear();
    expect(search.findings()).toEqual([]);
    expect(search.searched()).toBeNull();
  });

  it('takes a page that cannot be read for one without words', async () => {
    const search = new PdfSearch(fake([['A word.'], []]));
    await search.look('word', 1);
    expect(search.findings()).toHaveLength(1);
    expect(search.searched()).toBe(2);
  });
});
