import type { Citable } from './citable';
import { unknownNames } from './unknown-names';

const citable: Citable = {
  sources: [{ key: 'doe2020', authors: ['Doe'], year: 2020, pageCount: null, printedPages: null }],
  passages: [{ key: 'doe2020', page: 1, kind: 'fulltext', text: 'Roe was the first to say so.' }],
  titles: ['The world of Poe'],
  language: 'en',
};

describe('names that a writer was not shown', () => {
  it.each([
    'As Smithers argues, it works.',
    'Smithers argues that it works. A year later it did [@doe2020].',
    'It works, according to Waylon Smithers.',
    'According to Smithers, 40 percent do.',
  ])('are told of in: %s', (draft) => {
    expect(unknownNames(draft, citable)).toEqual([expect.stringContaining('Smithers')]);
  });

  it.each([
    'According to Doe, it works.',
    'Roe contends that it works, and Poe writes that it does not.',
    'According to Smithers, as he is cited, it works [@doe2020].',
    'Smithers went home, and 12 others did.',
  ])('are not seen in: %s', (draft) => {
    expect(unknownNames(draft, citable)).toEqual([]);
  });
});
