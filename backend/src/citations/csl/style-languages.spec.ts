import type { XmlNode } from 'citeproc';
import { DOCUMENT_LANGUAGES, type DocumentLanguage } from '../../common';
import { CITATION_STYLES, type CitationStyle } from '../citation-styles';
import { CitationFormatter } from './citation-formatter';
import { plainText } from './formatted-text';
import { cslLocale } from './style-library';
import { cslLanguage } from './style-names';

const person = (family: string, given: string) => ({ family, given });
const date = (...parts: number[]) => ({ 'date-parts': [parts] });

/** One of each kind, in words of no language, so that every other word comes from the style. */
const WORKS: readonly Record<string, unknown>[] = [
  {
    type: 'book',
    title: 'Lumo kaj dormo',
    author: [person('Marko', 'Ada B.'), person('Mosko', 'Bea')],
    publisher: 'Vesta',
    'publisher-place': 'Orvo',
    issued: date(2018),
    edition: '2',
  },
  {
    type: 'book',
    title: 'Kolekto',
    editor: [person('Penko', 'Eve'), person('Kvilo', 'Flo')],
    translator: [person('Roso', 'Gus')],
    publisher: 'Vesta',
    issued: date(2011),
  },
  {
    type: 'article-journal',
    title: 'Memoro',
    author: [person('Nunko', 'Cal')],
    'container-title': 'Gazeto',
    volume: '5',
    issue: '2',
    page: '12-20',
    issued: date(2019),
    DOI: '10.1234/x',
  },
  {
    type: 'chapter',
    title: 'Nokto',
    author: [person('Orko', 'Dee')],
    editor: [person('Penko', 'Eve'), person('Kvilo', 'Flo')],
    translator: [person('Roso', 'Gus')],
    'container-title': 'Kolekto',
    publisher: 'Vesta',
    page: '1-20',
    issued: date(2017),
  },
  {
    type: 'paper-conference',
    title: 'Tago',
    author: [person('Penko', 'Eve')],
    'container-title': 'Aktoj',
    'event-title': 'Tagoj',
    'event-place': 'Orvo',
    page: '3-9',
    publisher: 'Vesta',
    issued: date(2016, 5),
  },
  {
    type: 'webpage',
    title: 'Folio',
    'container-title': 'Retejo',
    URL: 'https://retejo.example/x',
    accessed: date(2024, 3, 12),
  },
  {
    type: 'article-newspaper',
    title: 'Novajo',
    author: [person('Vajo', 'Jo')],
    'container-title': 'Taga gazeto',
    page: '3',
    issued: date(2014, 10, 2),
  },
  { type: 'thesis', title: 'Ripozo', author: [person('Zedo', 'Ida')], publisher: 'Universitato' },
  { type: 'report', title: 'Nombroj', author: [{ literal: 'Konsilo' }], issued: date(2015) },
  {
    type: 'book',
    title: 'Multaj',
    author: ['Alfo', 'Beto', 'Ceto', 'Delto', 'Epsilo', 'Feto', 'Geto', 'Hato'].map((name) =>
      person(name, 'Ada'),
    ),
    publisher: 'Vesta',
    issued: date(2020),
  },
];

const textOf = (node: XmlNode): string[] =>
  node.children.flatMap((child) => (typeof child === 'string' ? [child] : textOf(child)));

function termsOf(locale: XmlNode): Map<string, string[]> {
  const terms = locale.children.filter(
    (child): child is XmlNode => typeof child !== 'string' && child.name === 'terms',
  );
  const nodes = terms
    .flatMap(({ children }) => children)
    .filter((child): child is XmlNode => typeof child !== 'string');
  return new Map(
    nodes.map((node) => [`${node.attrs['name'] ?? ''} ${node.attrs['form'] ?? ''}`, textOf(node)]),
  );
}

/** `et al.` is Latin and stays so in several languages. */
const CHECKED =
  /^(and|accessed|available at|retrieved|from|in|no date|online|edition|editor|translator|volume|issue|page|cited|internet|month-\d+) /;

/** English words that the language has its own for, and that mean nothing in it. */
function englishLeftovers(language: DocumentLanguage): string[] {
  const own = termsOf(cslLocale(cslLanguage('apa', language)));
  const ownTexts = new Set([...own.values()].flat().map((text) => text.toLowerCase()));
  const english = [...termsOf(cslLocale('en-US'))].filter(
    ([name]) => CHECKED.test(name) && own.has(name),
  );
  return english
    .flatMap(([, texts]) => texts)
    .filter((text) => !ownTexts.has(text.toLowerCase()) && text.length > 1);
}

function printed(style: CitationStyle, language: DocumentLanguage): string[] {
  const sources = WORKS.map((work, index) => ({
    key: `k${String(index)}`,
    csl: { ...work, language },
  }));
  const clusters = [...sources, ...sources.slice(0, 2)].map(({ key }, index) => ({
    items: [
      {
        key,
        prefix: '',
        suffix: '',
        suppressAuthor: false,
        locator: index % 2 === 0 ? null : { label: 'page' as const, value: '12-13' },
      },
    ],
  }));
  const result = CitationFormatter.create(style, language, sources).format(clusters);
  return [...result.clusters, ...result.bibliography.map(({ text }) => text)].map(plainText);
}

const combinations = CITATION_STYLES.flatMap((style) =>
  DOCUMENT_LANGUAGES.map((language) => [style, language] as const),
);

describe('the styles in the languages', () => {
  it.each(combinations)('%s in %s prints every kind of work', (style, language) => {
    const lines = printed(style, language);
    expect(lines).toHaveLength(2 * WORKS.length + 2);
    for (const line of lines) expect(line).not.toMatch(/undefined|CSL STYLE ERROR|\[object|^\s*$/);
  });

  it.each(combinations.filter(([, language]) => language !== 'en'))(
    '%s in %s keeps no English word that the language has its own for',
    (style, language) => {
      const lines = printed(style, language).map((line) => line.replace(/https?:\S+/g, ''));
      const found = englishLeftovers(language).flatMap((word) => {
        const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
        const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu');
        return lines.filter((line) => whole.test(line)).map((line) => `${word}: ${line}`);
      });
      expect(found).toEqual([]);
    },
  );
});
