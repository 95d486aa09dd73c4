import { CITATION_STYLES } from '../citation-styles';
import { CitationFormatter } from './citation-formatter';

const work = (key: string, family: string, given: string, title: string) => ({
  key,
  csl: {
    type: 'book',
    title,
    author: [{ family, given }],
    publisher: 'Vesta',
    issued: { 'date-parts': [[2020]] },
  },
});

/** Two of one author and year, two authors of one name, and one that nobody cites. */
const SOURCES = [
  work('b', 'Marko', 'Ada', 'Lumo'),
  work('a', 'Marko', 'Ada', 'Ombro'),
  work('c', 'Marko', 'Ivo', 'Nebulo'),
  work('d', 'Zamen', 'Lia', 'Akvo'),
  work('e', 'Abel', 'Uma', 'Neniu'),
];

const cite = (...keys: string[]) => ({
  items: keys.map((key) => ({
    ...{ key, prefix: '', suffix: '', suppressAuthor: false, locator: null },
  })),
});

describe('the bibliography alone', () => {
  it.each(CITATION_STYLES)('is that of the whole text (%s)', (style) => {
    const text = [cite('d'), cite('a', 'c'), cite('d'), cite('b'), cite('a'), cite('d', 'b')];
    const whole = CitationFormatter.create(style, 'en', SOURCES).format(text).bibliography;
    const cited = SOURCES.filter(({ key }) => key !== 'e');
    const alone = CitationFormatter.create(style, 'en', cited).works(['d', 'a', 'c', 'b']);
    expect(alone).toEqual(whole);
    expect(alone).toHaveLength(4);
  });

  it('refuses what is no source', () => {
    const formatter = CitationFormatter.create('apa', 'en', SOURCES);
    expect(() => formatter.works(['z'])).toThrow(
      expect.objectContaining({ code: 'INVALID_CITATION' }),
    );
  });
});
