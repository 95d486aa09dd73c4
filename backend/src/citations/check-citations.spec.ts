import { type CitableSource, checkCitations } from './check-citations';

const sources: CitableSource[] = [
  { key: 'doe2020', authors: ['Doe', 'Van Dijk'], year: 2020, pageCount: 12, printedPages: null },
  {
    key: 'muller1999',
    authors: ['Müller'],
    year: 1999,
    pageCount: null,
    printedPages: { first: 249, last: 255 },
  },
  { key: 'shevchenko1840', authors: ['Шевченко'], year: 1840, pageCount: null, printedPages: null },
];

const kinds = (markdown: string) => checkCitations(markdown, sources).map(({ kind }) => kind);

describe('checkCitations', () => {
  it.each([
    'No citation at all, in 2020 or March 2021.',
    'A claim [@doe2020, p. 12] and another [@muller1999, pp. 250-255].',
    'Without a known range any page stands [@shevchenko1840, p. 900].',
    'As Müller (1999) and Doe and Van Dijk (2020) say, (Doe & Van Dijk, 2020).',
    'Як пише Шевченко (1840), так і є.',
  ])('accepts: %s', (markdown) => {
    expect(checkCitations(markdown, sources)).toEqual([]);
  });

  it.each([
    ['A claim [@smith2031].', ['unknown_key']],
    ['A claim [@doe2020; @smith2031].', ['unknown_key']],
    ['A claim [@doe2020, p. 13].', ['page_out_of_range']],
    ['A claim [@muller1999, p. 12].', ['page_out_of_range']],
    ['A claim [@doe2020, pp. 11-14].', ['page_out_of_range']],
    ['A claim (Smith, 2031).', ['unmatched_mention']],
    ['A claim (see Doe, 2020; Smith & Roe, 2031, p. 4).', ['unmatched_mention']],
    ['Smith et al. (2031) claim.', ['unmatched_mention']],
    ['Doe (2021) claims.', ['unmatched_mention']],
    ['Коваленко та ін. (2019) стверджують.', ['unmatched_mention']],
    ['A claim [12] and [3, 5].', ['malformed', 'malformed']],
    ['As @doe2020 says.', ['malformed']],
  ])('refuses: %s', (markdown, expected) => {
    expect(kinds(markdown)).toEqual(expected);
  });

  it('says what was written and where', () => {
    const markdown = 'One [@doe2020]. Two [@nobody1900, p. 3].';
    expect(checkCitations(markdown, sources)).toEqual([
      {
        kind: 'unknown_key',
        start: 20,
        end: 39,
        text: '[@nobody1900, p. 3]',
        message: 'No source of this document has the key nobody1900.',
      },
    ]);
  });
});
