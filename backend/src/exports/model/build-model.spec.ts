import fc from 'fast-check';
import { plainText } from '../../citations';
import { ProblemException } from '../../common';
import { buildModel } from './build-model';
import type { ExportInput } from './export-input';
import type { Block, DocumentModel } from './document-model';
import { modelText } from './model-text';

const book = (key: string, family: string) => ({
  key,
  csl: {
    type: 'book',
    title: `Book of ${family}`,
    author: [{ family, given: 'Ada' }],
    issued: { 'date-parts': [[2020]] },
  },
});

const input = (content: string, over: Partial<ExportInput> = {}): ExportInput => ({
  formatting: {},
  titlePage: {},
  title: 'A title',
  type: 'term_paper',
  language: 'en',
  citationStyle: 'harvard',
  author: 'Ada Marsh',
  updatedAt: '2026-03-01T12:00:00.000Z',
  frontMatter: [],
  figures: [],
  sections: [{ id: 's1', number: '1', title: 'Introduction', level: 1, content, writer: null }],
  sources: [book('marsh2020', 'Marsh'), book('_odd_key_', 'Odd'), book('roe2020', 'Roe')],
  declaration: null,
  ...over,
});

const blocksOf = (content: string) => buildModel(input(content)).sections[0]?.blocks ?? [];
const paragraphOf = (content: string) => {
  const [block] = blocksOf(content);
  if (block?.kind !== 'paragraph') throw new Error('expected a paragraph');
  return block.text;
};

function texts(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'code':
        return [block.text];
      case 'quote':
        return texts(block.blocks);
      case 'list':
        return block.items.flatMap(texts);
      case 'table':
        return block.rows.flat().map(plainText);
      case 'figure':
      case 'formula':
        return [];
      default:
        return [plainText(block.text)];
    }
  });
}

describe('buildModel', () => {
  it('sets citations as formatted text in the place of their keys', () => {
    expect(plainText(paragraphOf('So it is [@marsh2020, p. 12]. And [@roe2020].'))).toBe(
      'So it is (Marsh, 2020, p. 12). And (Roe, 2020).',
    );
  });

  it('does not take the characters of a key for markup', () => {
    expect(paragraphOf('one [@_odd_key_] two [@_odd_key_] three')).toEqual([
      { text: 'one ' },
      { text: '(Odd, 2020)', cited: true },
      { text: ' two ' },
      { text: '(Odd, 2020)', cited: true },
      { text: ' three' },
    ]);
  });

  it.each([
    [
      '**“Said.”**[@roe2020]',
      [
        { bold: true, text: '“Said.”' },
        { text: '(Roe, 2020)', cited: true },
      ],
    ],
    [
      '*all of it [@roe2020]*',
      [
        { text: 'all of it ', italic: true },
        { text: '(Roe, 2020)', italic: true, cited: true },
      ],
    ],
    ['plain `code` end', [{ text: 'plain ' }, { code: true, text: 'code' }, { text: ' end' }]],
    ['two\nlines', [{ text: 'two lines' }]],
    ['hard  \nbreak', [{ text: 'hard\nbreak' }]],
    ['a <b>tag</b> & entity', [{ text: 'a <b>tag</b> & entity' }]],
    ['[text](https://example.org/a)', [{ href: 'https://example.org/a', text: 'text' }]],
    ['[text](javascript:alert(1))', [{ text: 'text' }]],
  ])('reads the runs of %s', (content, runs) => {
    expect(paragraphOf(content)).toEqual(runs);
  });

  it('reads quotes, lists, tables and sub-headings', () => {
    const content = [
      '> Quoted [@roe2020].',
      '### Sub-heading',
      '3. third\n4. fourth\n   - nested',
      '| a | b |\n| :-: | --: |\n| [@marsh2020] | x | beyond |',
      '---',
      '    not code',
    ].join('\n\n');
    expect(blocksOf(content)).toEqual([
      {
        kind: 'quote',
        blocks: [
          {
            kind: 'paragraph',
            text: [{ text: 'Quoted ' }, { text: '(Roe, 2020)', cited: true }, { text: '.' }],
          },
        ],
      },
      { kind: 'subheading', text: [{ text: 'Sub-heading' }] },
      {
        kind: 'list',
        ordered: true,
        start: 3,
        items: [
          [{ kind: 'paragraph', text: [{ text: 'third' }] }],
          [
            { kind: 'paragraph', text: [{ text: 'fourth' }] },
            {
              kind: 'list',
              ordered: false,
              start: 1,
              items: [[{ kind: 'paragraph', text: [{ text: 'nested' }] }]],
            },
          ],
        ],
      },
      {
        kind: 'table',
        caption: null,
        alignments: ['center', 'right', 'left'],
        rows: [
          [[{ text: 'a' }], [{ text: 'b' }], []],
          [[{ text: '(Marsh, 2020)', cited: true }], [{ text: 'x' }], [{ text: 'beyond' }]],
        ],
      },
      { kind: 'paragraph', text: [{ text: 'not code' }] },
    ]);
  });

  it('refuses citations without a source, naming each and its section', () => {
    const build = () =>
      buildModel(input('One [@nobody1900]. Two [@marsh2020; @nobody1901]. As @x says.'));
    expect(build).toThrow(ProblemException);
    try {
      build();
    } catch (error) {
      const { code, errors } = error as ProblemException;
      expect(code).toBe('INVALID_CITATION');
      expect(errors?.map(({ message }) => message)).toEqual([
        'Introduction: @ points to no source of this document.',
        'Introduction: @nobody1900 points to no source of this document.',
        'Introduction: @nobody1901 points to no source of this document.',
      ]);
      expect(errors?.[0]?.pointer).toBe('/sections/0/content');
    }
  });

  it('refuses a citation that Markdown would swallow', () => {
    const swallowed = '[text](https://example.org "title [@roe2020]")';
    expect(() => buildModel(input(swallowed))).toThrow(/cannot be printed/);
  });

  it.each(['⧼\uE0000\uE001⧽', '⧼&#xE000;0&#xE001;⧽', '⧼&#57344;0&#57345;⧽'])(
    'cannot be made to repeat a citation by a forged placeholder %#',
    (forged) => {
      expect(plainText(paragraphOf(`${forged} real [@marsh2020]`))).toBe('⧼0⧽ real (Marsh, 2020)');
    },
  );

  it('lists what is cited and nothing else, and leaves the list out when nothing is', () => {
    const keys = (model: DocumentModel) => model.bibliography?.entries.map(({ key }) => key);
    expect(keys(buildModel(input('[@roe2020] and [@marsh2020]')))).toEqual([
      'marsh2020',
      'roe2020',
    ]);
    expect(buildModel(input('nothing')).bibliography).toBeNull();
  });

  it.each([
    ['offline', 'This is a draft put together from sources.'],
    ['some-model', null],
  ])('says of a text by %s what it is', (writer, notice) => {
    const section = {
      id: 's1',
      number: '1',
      title: 'One',
      level: 1 as const,
      content: 'Text.',
      writer,
    };
    const { titlePage } = buildModel(input('', { sections: [section] }));
    const said = titlePage.lines.find(({ field }) => field === 'notice')?.text;
    expect(said?.startsWith(notice ?? '') ?? null).toBe(notice === null ? null : true);
  });

  it('speaks the language of the document', () => {
    const model = buildModel(input('[@roe2020]', { language: 'uk', type: 'bachelor_thesis' }));
    expect(model.titlePage.lines[0]).toEqual({
      field: 'document_type',
      text: 'Бакалаврська робота',
    });
    expect(model.contentsTitle).toBe('Зміст');
    expect(modelText(model)).toContain('Список використаних джерел');
  });

  it('prints every word and every citation of any text', () => {
    const word = fc.stringMatching(/^[a-zа-яіїєґ]{1,9}$/u);
    const piece = fc.oneof(
      word,
      fc.constant('[@roe2020, p. 7]'),
      fc.constantFrom('\n\n', '\n', ' ', '> ', '- ', '1. ', '### ', '| ', '*', '**', '`', '\n    '),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const content = pieces.join(' ');
        const printed = texts(blocksOf(content)).join(' ');
        const count = (text: string, part: string) => text.split(part).length - 1;
        expect(count(printed, '(Roe, 2020, p. 7)')).toBe(count(content, '[@roe2020, p. 7]'));
        for (const part of pieces.filter((text) => /^\p{Ll}/u.test(text))) {
          expect(printed).toContain(part);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('survives any text', () => {
    const noise = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc
        .array(
          fc.constantFrom(
            '>',
            '> ',
            '- ',
            '[',
            ']',
            '(',
            ')',
            '`',
            '|',
            '\n',
            '\t',
            '&#0;',
            '<',
            '!',
            '\\',
            '~~~\n',
          ),
          {
            maxLength: 120,
          },
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(noise, (content) => {
        fc.pre(!content.includes('@'));
        expect(typeof modelText(buildModel(input(content)))).toBe('string');
      }),
      { numRuns: 300 },
    );
  });
});
