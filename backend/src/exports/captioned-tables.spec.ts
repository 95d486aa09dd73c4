import { strFromU8, unzipSync } from 'fflate';
import { englishInput } from '../testing/export-input';
import { docxText, readPdf } from '../testing/export-text';
import { renderDocx } from './docx/render-docx';
import { buildModel } from './model/build-model';
import type { ExportInput } from './model/export-input';
import { renderPdf } from './pdf/render-pdf';

jest.setTimeout(120_000);

const table = (name: string, key: string) => `| ${name} | b |
| - | -: |
| 1 | 2 |
| 3 | 4 |

Table: Results of ${name} [@roediger2006] {#tbl:${key}}`;

const filler = (words: number) =>
  Array.from({ length: 12 }, () => 'plain words '.repeat(words)).join('\n\n');

const INPUT: Partial<ExportInput> = {
  formatting: {
    partOrder: ['title_page', 'contents', 'list_of_tables', 'body'],
    captionNumbering: 'by_chapter',
  },
  sections: [
    {
      ...{ id: 's1', number: '1', title: 'First', level: 1, writer: null },
      content: `See @tbl:two in @sec:second.\n\n${table('one', 'one')}\n\n${filler(30)}`,
    },
    {
      ...{ id: 's2', number: '2', title: 'Second', level: 1, writer: null },
      content: `${filler(30)}\n\n${table('two', 'two')}\n\nAs in @tbl:two.`,
    },
  ],
};

const squeezed = (text: string) => text.replace(/\s+/g, ' ');

describe('tables with captions', () => {
  const model = buildModel(englishInput(INPUT));
  let docx: Buffer;
  let xml: string;

  beforeAll(async () => {
    docx = await renderDocx(model);
    xml = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());
  });

  const captionsIn = () =>
    xml.match(/<w:p>(?:(?!<\/w:p>).)*<w:pStyle w:val="Caption"\/>.*?<\/w:p>/g) ?? [];

  it('are counted by fields of Word, with the right numbers written out', () => {
    const [first = '', second = ''] = captionsIn();
    expect(first).toContain('SEQ Table \\* ARABIC \\s 1');
    expect(first).toContain('<w:keepNext/>');
    expect(second).toMatch(/<w:t[^>]*>2\.<\/w:t>.*separate"\/><w:t[^>]*>1<\/w:t>/);
    expect(xml.includes('w:dirty="true"')).toBe(false);
  });

  it('are referred to by fields that lead to the bookmark of their number', () => {
    const [, second = ''] = captionsIn();
    const [, bookmark = ''] = /<w:bookmarkStart w:name="(_Ref[^"]+)"/.exec(second) ?? [];
    expect(xml.split(`REF ${bookmark} \\h`)).toHaveLength(3);
    expect(xml).toMatch(/REF _Refs2 \\h [^]*?separate"\/><w:t[^>]*>2<\/w:t>/);
    const names = [...xml.matchAll(/<w:bookmarkStart w:name="([^"]+)"/g)].map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('are listed by a field of Word, with the pages written out', async () => {
    expect(xml).toContain('TOC \\h \\z \\c &quot;Table&quot;');
    const text = squeezed(await docxText(docx));
    const [, one, two] =
      /List of tables Table 1\.1\. Results of one \(.*?\) (\d+) Table 2\.1\. Results of two \(.*?\) (\d+)/.exec(
        text,
      ) ?? [];
    expect(Number(one)).toBeGreaterThan(3);
    expect(Number(two)).toBeGreaterThan(Number(one) + 1);
  });

  it('are listed in the PDF with the pages on which they are, and linked', async () => {
    const { pages } = await readPdf(await renderPdf(model));
    const texts = pages.map(squeezed);
    const list = texts.findIndex((page) => page.startsWith('List of tables'));
    const entry = /Table 2\.1\. Results of two \([^)]*\) (\d+)/.exec(texts[list] ?? '');
    const page = Number(entry?.[1]);
    expect(texts[page - 1]).toMatch(/Table 2\.1\. Results of two .* two b 1 2 3 4/);
    expect(texts.join(' ')).toContain('See Table 2.1 in Chapter 2.');
  });
});
