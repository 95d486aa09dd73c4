import fc from 'fast-check';
import { DOCUMENT_LANGUAGES, ProblemException } from '../../common';
import type { CitationItem, Locator } from '../citation-cluster';
import { CITATION_STYLES, type CitationStyle } from '../citation-styles';
import { CitationFormatter } from './citation-formatter';
import { plainText } from './formatted-text';

const author = (family: string, given: string) => ({ family, given });
const year = (value: number) => ({ 'date-parts': [[value]] });

const retention = {
  key: 'roediger2006',
  csl: {
    type: 'article-journal',
    title: 'Test-enhanced learning: Taking memory tests improves long-term retention',
    author: [author('Roediger', 'Henry L.'), author('Karpicke', 'Jeffrey D.')],
    issued: year(2006),
    'container-title': 'Psychological Science',
    volume: '17',
    issue: '3',
    page: '249-255',
    DOI: '10.1111/j.1467-9280.2006.01693.x',
  },
};
const bookOf = (key: string, family: string, given: string, title: string, published: number) => ({
  key,
  csl: {
    type: 'book',
    title,
    author: [author(family, given)],
    issued: year(published),
    publisher: 'Northern Press',
    'publisher-place': 'Leeds',
  },
});
const first = bookOf('marsh2020a', 'Marsh', 'Ada', 'Another book', 2020);
const second = bookOf('marsh2020b', 'Marsh', 'Ada', 'Some book', 2020);
const kobzar = bookOf('shevchenko1840', 'Шевченко', 'Тарас', 'Кобзар', 1840);
const anonymous = {
  key: 'report2019',
  csl: { type: 'report', title: 'Schools in numbers', issued: year(2019) },
};
const chapter = {
  key: 'vandijk1999',
  csl: {
    type: 'chapter',
    title: 'On reading',
    author: [
      { ...author('Dijk', 'Teun'), 'non-dropping-particle': 'van' },
      author('Moss', 'Bea'),
      author('Nunn', 'Cal'),
      author('Orr', 'Dee'),
    ],
    editor: [author('Penn', 'Eve')],
    'container-title': 'Collected studies',
    issued: year(1999),
    page: '1-20',
    publisher: 'Northern Press',
  },
};
const sources = [retention, first, second, kobzar, anonymous, chapter];

const cite = (key: string, over: Partial<CitationItem> = {}): CitationItem => ({
  key,
  prefix: '',
  locator: null,
  suffix: '',
  suppressAuthor: false,
  ...over,
});
const page = (value: string): { locator: Locator } => ({ locator: { label: 'page', value } });

function formatted(style: CitationStyle, language: 'en' | 'uk', clusters: CitationItem[][]) {
  const result = CitationFormatter.create(style, language, sources).format(
    clusters.map((items) => ({ items })),
  );
  return {
    texts: result.clusters.map(plainText),
    entries: result.bibliography.map(({ label, text }) => `${label ?? ''}${plainText(text)}`),
    ...result,
  };
}

describe('CitationFormatter', () => {
  it('formats APA citations with pages, prefixes and suppressed authors', () => {
    const { texts } = formatted('apa', 'en', [
      [cite('roediger2006', page('250'))],
      [cite('roediger2006', { ...page('250-251'), suppressAuthor: true })],
      [cite('vandijk1999', { prefix: 'see', suffix: 'emphasis added' }), cite('report2019')],
    ]);
    expect(texts).toEqual([
      '(Roediger & Karpicke, 2006, p. 250)',
      '(2006, pp. 250–251)',
      '(Schools in Numbers, 2019; see van Dijk et al., 1999, emphasis added)',
    ]);
  });

  it('writes the APA bibliography in order, with italics and a link for the DOI', () => {
    const { entries, bibliography } = formatted('apa', 'en', [
      [cite('vandijk1999'), cite('roediger2006')],
      [cite('report2019')],
    ]);
    expect(entries).toEqual([
      'Roediger, H. L., & Karpicke, J. D. (2006). Test-enhanced learning: Taking memory tests improves long-term retention. Psychological Science, 17(3), 249–255. https://doi.org/10.1111/j.1467-9280.2006.01693.x',
      'Schools in numbers. (2019).',
      'van Dijk, T., Moss, B., Nunn, C., & Orr, D. (1999). On reading. In E. Penn (Ed.), Collected studies (pp. 1–20). Northern Press.',
    ]);
    const runs = bibliography[0]?.text ?? [];
    expect(runs.filter(({ italic }) => italic).map(({ text }) => text)).toEqual([
      'Psychological Science',
      '17',
    ]);
    expect(runs.at(-1)?.href).toBe('https://doi.org/10.1111/j.1467-9280.2006.01693.x');
  });

  it('tells works of one author and year apart by letters', () => {
    const { texts, entries } = formatted('apa', 'en', [[cite('marsh2020b')], [cite('marsh2020a')]]);
    expect(texts).toEqual(['(Marsh, 2020b)', '(Marsh, 2020a)']);
    expect(entries).toEqual([
      'Marsh, A. (2020a). Another book. Northern Press.',
      'Marsh, A. (2020b). Some book. Northern Press.',
    ]);
  });

  it('numbers IEEE citations in the order they are first cited', () => {
    const { texts, bibliography } = formatted('ieee', 'en', [
      [cite('vandijk1999')],
      [cite('roediger2006', page('250-251')), cite('vandijk1999', page('3'))],
    ]);
    expect(texts).toEqual(['[1]', '[1, p. 3], [2, pp. 250–251]']);
    expect(bibliography.map(({ label, text }) => [label, plainText(text)])).toEqual([
      [
        '[1]',
        'T. van Dijk, B. Moss, C. Nunn, and D. Orr, “On reading,” in Collected studies, E. Penn, Ed., Northern Press, 1999, pp. 1–20.',
      ],
      [
        '[2]',
        'H. L. Roediger and J. D. Karpicke, “Test-enhanced learning: Taking memory tests improves long-term retention,” Psychological Science, vol. 17, no. 3, pp. 249–255, 2006, doi: 10.1111/j.1467-9280.2006.01693.x.',
      ],
    ]);
  });

  it('speaks the language of the document', () => {
    const { texts, entries } = formatted('harvard', 'uk', [
      [cite('shevchenko1840', page('12'))],
      [cite('roediger2006')],
    ]);
    expect(texts).toEqual(['(Шевченко, 1840, с. 12)', '(Roediger і Karpicke, 2006)']);
    expect(entries[0]).toBe('Шевченко, Т. (1840) Кобзар. Leeds: Northern Press.');
  });

  it('prints the author after all where a style would print nothing without', () => {
    const { texts } = formatted('mla', 'en', [[cite('roediger2006', { suppressAuthor: true })]]);
    expect(texts).toEqual(['(Roediger and Karpicke)']);
  });

  it('refuses a key that is no source', () => {
    const formatter = CitationFormatter.create('apa', 'en', sources);
    const format = () => formatter.format([{ items: [cite('nobody1900')] }]);
    expect(format).toThrow(ProblemException);
    expect(format).toThrow(/nobody1900/);
  });

  it('takes nothing in a reference for markup, an override or a link', () => {
    const csl = {
      type: 'book',
      title: '<script>alert(1)</script> & \uE010forged\uE000',
      author: [{ literal: '<b onclick="x">Group</b>' }],
      note: 'publisher: Forged',
      URL: 'javascript:alert(1)',
    };
    const { bibliography } = CitationFormatter.create('apa', 'en', [
      { key: '__proto__', csl },
    ]).format([{ items: [cite('__proto__')] }]);
    const text = bibliography[0]?.text ?? [];
    expect(plainText(text)).toContain('<script>alert(1)</script> & forged');
    expect(plainText(text)).not.toContain('Publisher');
    expect(text.some(({ href }) => href !== undefined)).toBe(false);
  });

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'formats an author called %s',
    (name) => {
      const csl = { type: 'book', title: name, author: [author(name, name), { given: name }] };
      const result = CitationFormatter.create('ieee', 'en', [{ key: name, csl }]).format([
        { items: [cite(name)] },
      ]);
      expect(plainText(result.bibliography[0]?.text ?? [])).toContain(name);
    },
  );

  it('prints every cluster and lists exactly the cited sources, in any style and language', () => {
    const csl = fc.record(
      {
        type: fc.constantFrom('book', 'article-journal', 'webpage', 'document', 'no-such-type'),
        title: fc.string(),
        author: fc.array(
          fc.oneof(
            fc.record({ family: fc.string({ minLength: 1 }), given: fc.string() }),
            fc.record({ literal: fc.string({ minLength: 1 }) }),
          ),
          { maxLength: 4 },
        ),
        issued: fc.integer({ min: 1500, max: 2100 }).map(year),
        page: fc.string(),
        URL: fc.webUrl(),
      },
      { requiredKeys: ['type'] },
    );
    const library = fc.uniqueArray(
      csl.map((item) => item),
      { minLength: 1, maxLength: 6 },
    );
    const picks = fc.array(
      fc.array(
        fc.record({ source: fc.nat(), suppressAuthor: fc.boolean(), page: fc.option(fc.nat(900)) }),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(
        library,
        picks,
        fc.constantFrom(...CITATION_STYLES.filter((style) => style !== 'apa')),
        fc.constantFrom(...DOCUMENT_LANGUAGES),
        (items, chosen, style, language) => {
          const listed = items.map((item, index) => ({ key: `k${String(index)}`, csl: item }));
          const clusters = chosen.map((cluster) => ({
            items: cluster.map(({ source, suppressAuthor, page: at }) =>
              cite(`k${String(source % items.length)}`, {
                suppressAuthor,
                ...(at !== null && page(String(at))),
              }),
            ),
          }));
          const result = CitationFormatter.create(style, language, listed).format(clusters);
          const cited = new Set(clusters.flatMap((cluster) => cluster.items.map(({ key }) => key)));
          expect(result.clusters.map(plainText)).not.toContain('');
          expect(result.clusters).toHaveLength(clusters.length);
          expect(result.bibliography.map(({ key }) => key).sort()).toEqual([...cited].sort());
          for (const { text } of result.bibliography) expect(plainText(text).trim()).not.toBe('');
        },
      ),
      { numRuns: 150 },
    );
  });
});
