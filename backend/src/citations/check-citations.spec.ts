import type { DocumentLanguage } from '../common';
import { type CitableSource, checkCitations } from './check-citations';

const sources: CitableSource[] = [
  {
    key: 'doe2020',
    authors: ['Doe', 'Van Dijk'],
    year: 2020,
    pageCount: 12,
    printedPages: null,
    doi: '10.1000/xyz.12',
  },
  {
    key: 'muller1999',
    authors: ['Müller'],
    year: 1999,
    pageCount: null,
    printedPages: { first: 249, last: 255 },
  },
  { key: 'shevchenko1840', authors: ['Шевченко'], year: 1840, pageCount: null, printedPages: null },
];

const work = (author: string, year: number): CitableSource => ({
  ...{ key: `k${String(year)}`, authors: [author], year },
  ...{ pageCount: null, printedPages: null },
});

/** Works by authors whose names have cases. */
function named(language: DocumentLanguage): CitableSource[] {
  const names =
    language === 'uk'
      ? ['Українка', 'Коваль', 'Кравець', 'Грушевський', 'Мельник']
      : ['Smith', 'Němec', 'Procházka', 'Novák', 'Čapek', 'Novotný', 'Krejčí', 'Svobodová'];
  const first = language === 'uk' ? 2018 : 2016;
  return [...sources, ...names.map((name, index) => work(name, first + index))];
}

const kinds = (markdown: string) => checkCitations(markdown, sources).map(({ kind }) => kind);

describe('checkCitations', () => {
  it.each([
    'No citation at all, in 2020 or March 2021.',
    'A claim [@doe2020, p. 12] and another [@muller1999, pp. 250-255].',
    'Without a known range any page stands [@shevchenko1840, p. 900].',
    'As Müller (1999) and Doe and Van Dijk (2020) say, (Doe & Van Dijk, 2020).',
    'Як пише Шевченко (1840), так і є.',
    'Ebbinghaus and the curve, Agenda 2030, Horizon 2020, and the summer of 1914.',
    'The area was 40 km² and x² + y² = 1; 10⁶ neurons.',
    'A link to [the archive](https://example.org/a) and a mail to a.b@example.org.',
    'Its DOI is 10.1000/XYZ.12 and [@doe2020] is it.',
    'Doe et al. went on, and Bahrick et al. showed in 1993 the same [@muller1999].',
    'References to earlier work are rare. Sources differ, and so does the literature.',
    '## Sources of error\n\nThere are many [@doe2020].',
    'The set {1, 2} and the interval (0, 1] and a list: (a) one, (b) two.',
    'In Doe (2020) it is said [-@doe2020], and [see -@muller1999] too.',
    'Emphasis on *this* and **that**, `code` and a_b_c, AT&amp;T and caf\u00e9.',
    'In 2019 the Ministry opened 12 schools; the United Kingdom left in 2020.',
    'Der Bundestag beschloss 2019 das Gesetz. Die Stadt Wien hat 2015 gebaut.',
    'У 2019 році Київ відкрив метро. Верховна Рада ухвалила закон 2020 року.',
    '| a | b |\n| - | - |\n| 1 | 2 [@doe2020] |',
    'Кава — це напій; пам’ять — ні. Дослідження 2020 року згадують інше.',
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
    ['A claim \\cite{smith2031} and \\parencite[12]{x}.', ['malformed', 'malformed']],
    ['A claim[^1].\n\n[^1]: Smith, a book.', ['malformed', 'malformed']],
    ['A claim^[See the book by Smith].', ['malformed']],
    ['A claim【12†source】.', ['malformed']],
    ['A claim has been proven.¹² Another thing³.', ['malformed', 'malformed']],
    ['A claim <sup>3</sup>.', ['malformed', 'malformed']],
    ['A claim <a href="https://x.example">Smith</a>.', ['malformed', 'malformed']],
    ['A claim <!-- [Smith, 2031] -->.', ['malformed']],
    ['A claim [12](https://x.example).', ['malformed']],
    ['A claim (ibid., p. 3).', ['malformed']],
    ['A claim (citation needed).', ['malformed']],
    ['A claim [x@smith2031].', ['malformed']],
    ['A claim [&#64;smith2031].', ['malformed']],
    ['A claim ［＠smith2031］.', ['malformed']],
    ['A claim [\u200b@smith2031].', ['malformed']],
    ['A claim [@doe\u00ad2020].', ['malformed']],
    ['A claim [@d\u043ee2020].', ['unknown_key']],
    ['A claim [@doe2020, as in Smith 2031].', ['unmatched_mention']],
    ['A claim [see Smith, 2031, and @doe2020].', ['unmatched_mention']],
    ['A claim (Smi\u00adth, 2031).', ['unmatched_mention']],
    ['A claim (Smith&#44; 2031).', ['unmatched_mention']],
    ['A claim (**Smith**, *2031*).', ['unmatched_mention']],
    ['*Smith* (2031) claims.', ['unmatched_mention']],
    ['A claim [Smith, 2031].', ['unmatched_mention']],
    ['A claim （Smith, 2031）.', ['unmatched_mention']],
    ['Smith [2031] claims.', ['unmatched_mention']],
    ['Smith et al. found it.', ['unmatched_mention']],
    ['Smith et al. found in 2031 that it works.', ['unmatched_mention']],
    ['Doe et al. 2031 say so.', ['unmatched_mention']],
    ['Smith showed in 2031 that it works.', ['unmatched_mention']],
    ['In 2031 Smith showed that it works.', ['unmatched_mention']],
    ['In a landmark 2031 study, Smith confirmed it.', ['unmatched_mention']],
    ['A study by Smith from 2031 says so.', ['unmatched_mention']],
    ['Schmidt zeigte 2031, dass es geht.', ['unmatched_mention']],
    ['Dupont et ses pairs; Dupont et al. (2031) le disent.', ['unmatched_mention']],
    ['Коваленко показав у 2031 році, що це діє.', ['unmatched_mention']],
    ['See https://doi.org/10.1234/invented.2031.', ['unmatched_mention']],
    [
      'See doi:10.1234/invented.2031 and arXiv:2031.01234.',
      ['unmatched_mention', 'unmatched_mention'],
    ],
    ['Smith, J. (2031). A book. Press.', ['unmatched_mention']],
    ['Text [@doe2020].\n\n## References\n\nSmith, A book.\n\nDoe, Another.', ['malformed']],
    ['Text.\n\n**Література**\n\n1. Коваленко. Книга.', ['malformed']],
  ])('refuses: %s', (markdown, expected) => {
    expect(kinds(markdown)).toEqual(expected);
  });

  it.each<[DocumentLanguage, string]>([
    ['uk', 'За Шевченком (1840), так і є.'],
    ['uk', 'У праці Шевченка (1840) та в Коваля (2019) про це сказано (див. Шевченка, 1840).'],
    ['uk', 'Порівняно з Кравцем (2020) і Грушевським (2021) це нове; Українці (2018) воно відоме.'],
    ['uk', 'У 1840 році Шевченкові вдалося; Шевченко показав це 1840 року.'],
    ['cs', 'Podle Nováka (2019) a Čapka (2020) to tak je.'],
    ['cs', 'U Novotného (2021) i s Krejčím (2022), k Svobodové (2023).'],
    ['cs', 'Procházkovi (2018) a Němcem (2017) to bylo známo, podle Smithe (2016) ne.'],
  ])('accepts the cases of names in %s: %s', (language, markdown) => {
    expect(checkCitations(markdown, named(language), language)).toEqual([]);
  });

  it.each<[DocumentLanguage | undefined, string]>([
    ['uk', 'За Шевченком (1841), так і є.'],
    ['uk', 'За Шевчуком (1840), так і є.'],
    ['uk', 'За Мельничуком (2022), так і є.'],
    ['cs', 'Podle Nováka (2020) to tak je.'],
    ['cs', 'Podle Novotného (2019) to tak je.'],
    ['cs', 'Podle Dvořáka (2019) to tak je.'],
    ['en', 'As Nováka (2019) says.'],
    [undefined, 'As Nováka (2019) says.'],
  ])('refuses other names in %s: %s', (language, markdown) => {
    const found = checkCitations(markdown, named(language ?? 'cs'), language);
    expect(found.map(({ kind }) => kind)).toEqual(['unmatched_mention']);
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

  it.each([
    'Aa, A. ',
    'van ',
    'Aa and ',
    '[',
    '[^',
    '^[',
    '\\\\cite[',
    '<a ',
    'References\n',
    '(Aa ',
    ' ',
  ])('reads a long text of nothing but %j in time that grows with its length only', (piece) => {
    const started = performance.now();
    checkCitations(piece.repeat(5000), sources);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
