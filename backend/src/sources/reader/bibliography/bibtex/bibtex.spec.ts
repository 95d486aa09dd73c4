import fc from 'fast-check';
import { UnreadableFile } from '../../reading';
import { readBibliography } from '../read-bibliography';

const read = (text: string) => readBibliography(text, 'bibtex', 'en');
const first = (text: string) => read(text).drafts[0]?.csl;

describe('reading BibTeX', () => {
  it('keeps the good entries and lists the bad ones with line and reason', () => {
    const { drafts, refused } = read(
      [
        '@article{good1, title={First}, year=2020}',
        '@article{unclosed, title={No end, year=2020',
        '@book{good2, title={Second}}',
        '@book{comma, title={a}',
        '  year=2020}',
        '@book{equals, title {x}}',
        '@misc{, title={No key}}',
        '@misc{latex, title={Half a $formula}}',
        '@misc{untitled, year=2000}',
        '@misc{good3, title={Third}}',
      ].join('\n'),
    );
    expect(drafts.map(({ csl, line }) => [csl.title, line])).toEqual([
      ['First', 1],
      ['Second', 3],
      ['Third', 10],
    ]);
    expect(refused).toMatchObject([
      { line: 2, entry: 'unclosed', code: 'NOT_CLOSED', at: null },
      {
        line: 4,
        entry: 'comma',
        code: 'NO_COMMA_OR_BRACE',
        at: 5,
        reason: 'On line 5 a comma or a closing brace is missing.',
      },
      {
        line: 6,
        entry: 'equals',
        code: 'NO_EQUALS_SIGN',
        at: 6,
        reason: 'On line 6 an equals sign is missing after a field name.',
      },
      {
        line: 7,
        entry: null,
        code: 'NO_KEY',
        at: 7,
        reason: 'On line 7 the citation key after the opening brace is missing.',
      },
      {
        line: 8,
        entry: 'latex',
        code: 'LATEX',
        reason: 'A field holds LaTeX that does not add up: check its braces, $ signs and commands.',
      },
      { line: 9, entry: 'untitled', code: 'NO_TITLE', reason: 'It has no title.' },
    ]);
  });

  it('reads accents, particles, organisations and Cyrillic', () => {
    const csl = first(
      String.raw`@article{x, title={{\"U}ber \emph{das} Ged{\"a}chtnis}, year=2020, month=mar,
        author={M{\"u}ller, J{\'o}zef and Ludwig van Beethoven and {World Health Organization} and
          Шевченко, Тарас and others}}`,
    );
    expect(csl?.title).toBe('Über <i>das</i> Gedächtnis');
    expect(csl?.issued).toEqual({ 'date-parts': [[2020, 3]] });
    expect(csl?.author).toEqual([
      { family: 'Müller', given: 'Józef' },
      { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
      { literal: 'World Health Organization' },
      { family: 'Шевченко', given: 'Тарас' },
    ]);
  });

  it('resolves abbreviations and cross-references, and gets over circles of them', () => {
    const { drafts, refused } = read(`
      @string{mem = "Memory"}
      @string{broken = {}
      @article{a, title={On} # " " # mem, journal=mem}
      @inproceedings{b, title={Talk}, crossref={c}}
      @proceedings{c, title={Proceedings}, year=1999, crossref={d}}
      @book{d, title={Circle}, crossref={d2}}
      @book{d2, title={Other half}, crossref={d}}
      @comment{@book{hidden, title={Not an entry}}}`);
    expect(drafts.map(({ csl }) => csl.title)).toEqual(
      expect.arrayContaining(['On Memory', 'Talk', 'Proceedings', 'Circle', 'Other half']),
    );
    const talk = drafts.find(({ csl }) => csl.title === 'Talk')?.csl;
    expect(talk).toMatchObject({
      'container-title': 'Proceedings',
      issued: { 'date-parts': [[1999]] },
    });
    expect(refused.map(({ line }) => line)).toEqual([3]);
  });

  it('makes passages of the abstract and of the reader’s own note, not of other notes', () => {
    const [draft] = read(
      '@book{x, title={T}, abstract={What it says.}, annote={What I think.}, note={Reprint}}',
    ).drafts;
    expect(draft?.passages.map(({ kind, text }) => [kind, text])).toEqual([
      ['abstract', 'What it says.'],
      ['annotation', 'What I think.'],
    ]);
  });

  it('takes what a file of too many entries begins with and says so', () => {
    const entries = Array.from(
      { length: 5003 },
      (_, index) => `@misc{k${String(index)}, title={T}}`,
    );
    const { drafts, refused } = read(entries.join('\n'));
    expect(drafts).toHaveLength(5000);
    expect(refused[0]?.reason).toContain('3 more were left out');
  });

  it('takes time in proportion to the length of a broken file', () => {
    const started = performance.now();
    read(`@book{ok, title={T}}${'@a{{'.repeat(200_000)}`);
    read(`@book{ok, title={T}}${'@book{x,\n'.repeat(20_000)}`);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('never fails on any text but by saying that it cannot be read', () => {
    const piece = fc.constantFrom(
      '@book{',
      '@string{',
      'a, ',
      'title',
      '=',
      '{',
      '}',
      '"',
      '(',
      ')',
      '\\',
      '$',
      '#',
      ',',
      '\n',
      '%',
      'x',
      'ü',
      '\\begin{a}',
      'crossref={a}',
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary', maxLength: 200 }),
    );
    fc.assert(
      fc.property(text, (broken) => {
        const titles = (() => {
          try {
            return read(`${broken}\n@book{sound, title={Sound}}`).drafts.map(
              ({ csl }) => csl.title,
            );
          } catch (error) {
            expect(error).toBeInstanceOf(UnreadableFile);
            return [];
          }
        })();
        expect(titles).toContain('Sound');
      }),
      { numRuns: 300 },
    );
  });
});
