import fc from 'fast-check';
import { longThesis } from '../../testing/long-thesis';
import { parsedMarkdown, readMarkdown } from './read-markdown';

/** All of a node but where it stands. */
const bare = (nodes: readonly object[]): unknown =>
  JSON.parse(
    JSON.stringify(nodes, (name, value: unknown) => (name === 'position' ? undefined : value)),
  );

/** What begins, ends, interrupts or continues blocks, and what is or looks like markup in a line. */
const PIECES = [
  ...['Words', 'of a text', 'Ще слова', 'ß', '⧼\uE0003\uE001⧽', '“quoted”', '(so)', "'tis", '1'],
  ...['\n', '\n\n', '\n\n', '\n\n\n', ' \n', '  \n', '\n \n', '\t', ' ', '  ', '    ', '\u00A0'],
  ...['# ', '## ', '> ', '- ', '* ', '+ ', '1. ', '2) ', '---', '===', '***', '```', '~~~', '~'],
  ...['*', '**', '_', '`', '[', ']', '(', ')', '](x)', '!', '<', '>', '<b>', '&amp;', '&', '\\'],
  ...['|', '|-|\n', '| a | b |\n|---|:-:|\n| c | d |', ':--', 'https://example.org', '[a]: b'],
  ...['.', ',', ':', '-', '–', '=', '+', '$', '^', '@', '{', '}', '\uFEFF', '"', '«', '»'],
];

describe('reading Markdown', () => {
  it('reads texts with and without markup as a whole reading does', () => {
    const piece = fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom('Words', '\n\n', '\n') },
      { weight: 3, arbitrary: fc.constantFrom(...PIECES) },
    );
    const text = fc.array(piece, { maxLength: 40 });
    fc.assert(
      fc.property(text, (pieces) => {
        const markdown = pieces.join('');
        expect(bare(readMarkdown(markdown))).toEqual(bare(parsedMarkdown(markdown)));
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ['a list that a paragraph ends', '- one\n\n- two\n\nWords\n\n- three'],
    ['an item that goes on', '- one\n\n  more\n\nWords'],
    ['a fence around paragraphs', '```\n\nWords\n\n```\n\nWords'],
    ['a fence that stays open', 'Words\n\n~~~\n\nWords'],
    ['a quote with lazy lines', '> quoted\nlazy\n\nWords'],
    ['a table between paragraphs', 'Words\n\n| a |\n|---|\n| b |\n\nWords\nand words'],
    ['a break at the end of a line', 'Words  \nand words\n\nWords \nand words'],
    ['a mark of byte order', '\uFEFFWords\n\n\uFEFF# Words\n\n\uFEFF'],
    ['an underline, which is no heading', 'Words\n===\n\nWords\n---'],
    ['nothing', ' \n\n\t\n'],
  ])('reads %s', (_, markdown) => {
    expect(bare(readMarkdown(markdown))).toEqual(bare(parsedMarkdown(markdown)));
  });

  it('reads a long thesis as a whole reading does', () => {
    for (const { content } of longThesis(0.2).sections) {
      expect(bare(readMarkdown(content))).toEqual(bare(parsedMarkdown(content)));
    }
  });
});
