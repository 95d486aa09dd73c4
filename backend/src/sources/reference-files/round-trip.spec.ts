import fc from 'fast-check';
import { cleanItem } from '../csl/clean-item';
import type { CslItem, CslName } from '../csl/csl-item';
import { readBibliography } from '../reader/bibliography/read-bibliography';
import { toBibtex } from './bibtex-file';
import { toRis } from './ris-file';

/** What both BibTeX and RIS, and our reading of them, can say of a work of each type. */
const COMMON = [
  'title',
  'author',
  'issued',
  'DOI',
  'URL',
  'abstract',
  'keyword',
  'note',
  'language',
];
const VARIABLES: Readonly<Record<string, readonly string[]>> = {
  'article-journal': [
    'container-title',
    'container-title-short',
    'volume',
    'issue',
    'page',
    'ISSN',
  ],
  'article-magazine': ['container-title', 'volume', 'issue', 'page', 'ISSN'],
  'article-newspaper': ['container-title', 'page'],
  book: [
    ...['publisher', 'publisher-place', 'edition', 'ISBN', 'editor', 'translator', 'volume'],
    ...['collection-title', 'collection-number', 'number-of-pages', 'title-short'],
  ],
  chapter: [
    ...['container-title', 'publisher', 'publisher-place', 'editor', 'translator', 'page', 'ISBN'],
    ...['edition', 'collection-title', 'volume'],
  ],
  'paper-conference': [
    ...['container-title', 'event-title', 'event-place', 'publisher', 'publisher-place'],
    ...['editor', 'page', 'ISBN', 'collection-title'],
  ],
  thesis: ['publisher', 'publisher-place', 'genre', 'number-of-pages'],
  report: ['publisher', 'publisher-place', 'number', 'collection-title'],
  webpage: ['container-title', 'title-short'],
  document: ['publisher', 'publisher-place'],
};

const word = fc.constantFrom(
  ...['Über', 'naïve', 'Łódź', 'Šimůnek', 'Ґанок', 'ذاكرة', 'זיכרון', '学习', 'DNA', 'eBay', 'the'],
  ...['a_b', '50%', 'R&D', '#1', '$5', '{set}', 'C:\\new', 'x^2', '~user', "d'Alembert", '“so”'],
  ...['p--q', "it''s", '``odd', 'and', 'AND', '[1]', '<i>E. coli</i>', 'one', 'two', '—', '1:2'],
);
const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
const line = text.filter((one) => /\p{L}/u.test(one));

const surname = fc.constantFrom(
  'Müller',
  'Шевченко',
  'García Márquez',
  'O’Neil',
  '王',
  'Nuñez-Ruiz',
  'محفوظ',
);
const given = fc.constantFrom('Jean-Luc', 'J. D.', 'Олена', 'María José', 'Åsa', 'نجيب');
const person: fc.Arbitrary<CslName> = fc.record(
  {
    family: surname,
    given,
    suffix: fc.constantFrom('Jr.', 'III'),
    'non-dropping-particle': fc.constantFrom('van', 'de la', 'von der', "d'"),
  },
  { requiredKeys: ['family', 'given'], noNullPrototype: true },
);
const organisation = fc
  .constantFrom(
    'World Health Organization',
    'Ministry of Health and Sport',
    'R&D Institute',
    'ЮНЕСКО і партнери',
  )
  .map((literal) => ({ literal }));
const names = fc.array(fc.oneof(person, organisation), { minLength: 1, maxLength: 4 });

const date = fc
  .tuple(
    fc.integer({ min: 1000, max: 2100 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .chain((parts) => fc.integer({ min: 1, max: 3 }).map((length) => parts.slice(0, length)))
  .map((parts) => ({ 'date-parts': [parts] }));

const VALUES: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  author: names,
  editor: names,
  translator: names,
  issued: date,
  DOI: fc.constantFrom('10.1000/182', '10.1000/a_b(c)1:2', '10.1000/%2Fx&y#z'),
  URL: fc.constantFrom('https://example.org/a_b?x=1&y=%20', 'http://example.org/~user/#top'),
  ISBN: fc.constantFrom('978-3-16-148410-0', '0-306-40615-2'),
  ISSN: fc.constantFrom('1234-567X', '0001-8708'),
  page: fc.constantFrom('1-20', '7', '1-5, 10-12', 'e12', 'xi-xx', '249-55'),
  volume: fc.constantFrom('12', '3B', 'IV'),
  issue: fc.constantFrom('4', '1-2', '12 Suppl'),
  edition: fc.constantFrom('2', 'third, revised'),
  'collection-number': fc.constantFrom('17', '3a'),
  'number-of-pages': fc.constantFrom('312', 'xii, 240'),
  keyword: fc.constantFrom('one', 'one,two words,три', 'R&D,50%'),
  language: fc.constantFrom('en', 'de-DE', 'uk'),
  genre: fc.constantFrom('PhD thesis', 'Master’s thesis', 'Habilitation'),
};

const item: fc.Arbitrary<CslItem> = fc.constantFrom(...Object.keys(VARIABLES)).chain((type) => {
  const variables = [...COMMON, ...(VARIABLES[type] ?? [])];
  const fields = Object.fromEntries(variables.map((name) => [name, VALUES[name] ?? line]));
  const record = fc.record(fields, { requiredKeys: ['title'], noNullPrototype: true });
  return record.map((facts) => sayable({ ...cleanItem({ ...facts, type }), id: 'key2000' }));
});

/**
 * RIS takes what is known only by its short title or its conference for a part of that, and the
 * only place that is stated for the publisher's.
 */
function sayable({ 'event-place': held, ...csl }: CslItem): CslItem {
  const container = csl['container-title'] ?? csl['container-title-short'] ?? csl['event-title'];
  return {
    ...csl,
    ...(container === undefined ? {} : { 'container-title': container }),
    ...(held === undefined || !csl['publisher-place'] ? {} : { 'event-place': held }),
  };
}

function only(file: string, kind: 'bibtex' | 'ris'): CslItem {
  const { drafts, refused } = readBibliography(file, kind, 'en');
  const [draft] = drafts;
  if (draft === undefined) throw new Error(JSON.stringify(refused));
  return draft.csl;
}

/** Which of two ways to write the same name a program takes says nothing about who it is. */
function joined(name: CslName): string {
  const family = [
    name['dropping-particle'],
    name['non-dropping-particle'],
    name.family ?? name.literal,
  ];
  const full = family
    .filter(Boolean)
    .join(' ')
    .replace(/(['’]) /g, '$1');
  return [full, name.given, name.suffix].filter(Boolean).join(', ');
}

/** The facts of an item that both formats can say, in comparable form. */
function facts(csl: CslItem): Record<string, unknown> {
  const variables = ['type', ...COMMON, ...(VARIABLES[csl.type] ?? [])];
  const entries = Object.entries(csl).filter(([name]) => variables.includes(name));
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((one) => joined(one as CslName)) : value,
    ]),
  );
}

describe('references that go from program to program', () => {
  it('lose nothing on the way through BibTeX', () => {
    fc.assert(
      fc.property(item, (csl) => {
        expect(facts(only(toBibtex(csl), 'bibtex'))).toEqual(facts(csl));
      }),
      { numRuns: 300 },
    );
  });

  it('lose nothing on the way through RIS', () => {
    fc.assert(
      fc.property(item, (csl) => {
        expect(facts(only(toRis(csl), 'ris'))).toEqual(facts(csl));
      }),
      { numRuns: 300 },
    );
  });

  it('lose nothing from BibTeX through RIS to BibTeX', () => {
    fc.assert(
      fc.property(item, (csl) => {
        const first = toBibtex({ ...only(toBibtex(csl), 'bibtex'), id: 'key2000' });
        const second = toBibtex({ ...only(toRis(only(first, 'bibtex')), 'ris'), id: 'key2000' });
        expect(facts(only(second, 'bibtex'))).toEqual(facts(csl));
      }),
      { numRuns: 200 },
    );
  });
});
