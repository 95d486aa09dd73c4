import type { CitationItem } from '../citation-cluster';
import type { CitationStyle } from '../citation-styles';
import { CitationFormatter } from './citation-formatter';
import { plainText } from './formatted-text';

const book = (key: string, family: string, title: string) => ({
  key,
  csl: {
    type: 'book',
    title,
    author: [{ family, given: 'Ada' }],
    publisher: 'Vesta',
    'publisher-place': 'Orvo',
    issued: { 'date-parts': [[2020]] },
  },
});
const sources = [book('a', 'Marko', 'Lumo'), book('b', 'Mosko', 'Ombro')];

const cite = (key: string, page?: string, over: Partial<CitationItem> = {}) => ({
  items: [
    {
      key,
      prefix: '',
      suffix: '',
      suppressAuthor: false,
      locator: page === undefined ? null : { label: 'page' as const, value: page },
      ...over,
    },
  ],
});

function notes(style: CitationStyle, clusters: ReturnType<typeof cite>[]) {
  const result = CitationFormatter.create(style, 'it', sources).format(clusters);
  return { texts: result.clusters.map(plainText), ...result };
}

describe('the notes styles', () => {
  const clusters = [cite('a'), cite('a', '12'), cite('a', '12'), cite('b'), cite('a', '15')];

  it('name a work in full once, then in short, in the Italian form with ivi and ibidem', () => {
    expect(notes('iso690_it', clusters).texts).toEqual([
      'MARKO, Ada. Lumo. Orvo: Vesta, 2020.',
      'Ivi, p. 12.',
      'Ibidem.',
      'MOSKO, Ada. Ombro. Orvo: Vesta, 2020.',
      'MARKO, Lumo, cit., p. 15.',
    ]);
  });

  it('name a work in full once, then in short, in Chicago', () => {
    expect(notes('chicago_notes', clusters).texts).toEqual([
      'Ada Marko, Lumo (Orvo: Vesta, 2020).',
      'Marko, 12.',
      'Marko, 12.',
      'Ada Mosko, Ombro (Orvo: Vesta, 2020).',
      'Marko, Lumo, 15.',
    ]);
  });

  it('name the author in a note, though the sentence has named him', () => {
    const [text] = notes('iso690_it', [cite('a', '3', { suppressAuthor: true })]).texts;
    expect(text).toBe('MARKO, Ada. Lumo. Orvo: Vesta, 2020, p. 3.');
  });

  it.each([
    ['chicago_notes', true],
    ['iso690_it', true],
    ['iso690', false],
  ] as const)('say of %s whether its citations are notes', (style, asNotes) => {
    expect(notes(style, clusters)).toMatchObject({ asNotes });
  });
});
