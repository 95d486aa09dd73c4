import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { tablesFromMarkdown } from './markdown-tables';

const read = (text: string, tables: ReturnType<typeof gfmTableFromMarkdown>) =>
  fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [tables] });

const PIECES = [
  ...['|', ' | ', '\\|', '\\', '\\\\', '`', '``', '`a\\|b`', '`a\\\\|b`', '*a*', '[a](b)', 'Words'],
  ...['\n', '\n', '\n\n', '|---|', '|:-:|--:|', '| a | b |\n|:--|---|\n', '> ', '- ', '  ', '---'],
];

describe('reading tables', () => {
  it('reads them as the library does that also writes them', () => {
    const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 });
    fc.assert(
      fc.property(text, (pieces) => {
        const markdown = `| a | b |\n|:-:|---|\n${pieces.join('')}`;
        const ours = read(markdown, tablesFromMarkdown);
        expect(ours).toEqual(read(markdown, gfmTableFromMarkdown()));
        expect(ours.children[0]?.type).toBe('table');
      }),
      { numRuns: 2_000 },
    );
  });
});
