import { strFromU8, unzipSync } from 'fflate';
import { englishInput } from '../testing/export-input';
import { readPdf } from '../testing/export-text';
import { renderDocx } from './docx/render-docx';
import { buildModel } from './model/build-model';
import { modelText } from './model/model-text';
import { renderPdf } from './pdf/render-pdf';

jest.setTimeout(120_000);

const modelOf = (content: string) => {
  const section = { id: 's1', number: '1', title: 'One', level: 1 as const, writer: null, content };
  return buildModel(englishInput({ sections: [section] }));
};

const textOf = (content: string) => {
  const [block] = modelOf(content).sections[0]?.blocks ?? [];
  return block?.kind === 'paragraph' ? block.text : [];
};

const xmlOf = async (content: string) => {
  const files = unzipSync(await renderDocx(modelOf(content)));
  return strFromU8(files['word/document.xml'] ?? new Uint8Array());
};

const pdfText = async (content: string) =>
  (await readPdf(await renderPdf(modelOf(content)))).pages.join(' ').replace(/\s+/g, ' ');

describe('words of another language', () => {
  it('are runs of their own, with markup and citations in them', () => {
    expect(textOf('He said “[la *vie* [@roediger2006]]{lang=fr}” and left.')).toEqual([
      { text: 'He said “' },
      { text: 'la ', language: 'fr' },
      { text: 'vie', italic: true, language: 'fr' },
      { text: ' ', language: 'fr' },
      { text: '(Roediger & Karpicke, 2006)', language: 'fr', cited: true },
      { text: '” and left.' },
    ]);
  });

  it('stay as written where no language is named, and in code', () => {
    const text = modelText(modelOf('A [b]{.small} and `[c]{lang=de}` and [d](https://e.org).'));
    expect(text).toContain('A [b]{.small} and [c]{lang=de} and d.');
  });

  it('carry their language in the Word file', async () => {
    expect(await xmlOf('So [hier und da]{lang=de-CH} it is.')).toMatch(
      /<w:lang w:val="de-CH" w:bidi="de-CH"\/><\/w:rPr><w:t[^>]*>hier und da</,
    );
  });
});

describe('words that are written from right to left', () => {
  it('are marked as such in the Word file', async () => {
    const xml = await xmlOf('It is שלום עולם in Hebrew.');
    expect(xml).toMatch(/<w:rtl\/><\/w:rPr><w:t[^>]*>שלום עולם</);
    expect(xml.match(/<w:rtl\/>/g)).toHaveLength(1);
  });

  it('are read in their order in the PDF, between their neighbours', async () => {
    expect(await pdfText('It is שלום in Hebrew.')).toContain('It is שלום in Hebrew.');
    await expect(pdfText(`${'שלום עולם '.repeat(40)} end.`)).resolves.toContain('end.');
  });
});

describe('what a typeface lacks', () => {
  it('is drawn as a box in the PDF, and copied as itself from both files', async () => {
    const content = 'Smile 😀, 👩‍👩‍👧 and العربية, \u{1F1FA}\u{1F1E6} or \`😀\` in code.';
    const text = await pdfText(content);
    expect(text).toMatch(/Smile 😀, 👩.*👧 and.+ 🇺🇦 or 😀 in code\./u);
    expect(await xmlOf(content)).toContain('👩‍👩‍👧');
  });
});

describe('what is too large', () => {
  const word = 'ab'.repeat(5000);

  it('breaks: a word of 10,000 letters, in a table and its caption', async () => {
    const content = `Table: ${word}\n\n| a | b |\n| - | - |\n| ${word} | c |`;
    // page numbers and the ends of lines stand between them
    const letters = (await pdfText(content)).replace(/[^ab]/g, '');
    expect(letters.length).toBeGreaterThan(2 * word.length);
    await expect(xmlOf(content)).resolves.toContain(word);
  });

  it('shrinks: a table of more columns than the page has room for', async () => {
    const row = Array.from({ length: 40 }, (_, index) => `column${String(index)}`);
    const content = [row, row.map(() => '-'), row].map((cells) => `| ${cells.join(' | ')} |`);
    const letters = (await pdfText(content.join('\n'))).replaceAll(' ', '');
    expect(letters.length).toBeGreaterThan(2 * row.join('').length);
    const xml = await xmlOf(content.join('\n'));
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThan(9200);
  });
});
