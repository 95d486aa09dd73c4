import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { englishInput, ukrainianInput } from '../testing/export-input';
import { docxText, firstDifference, readPdf } from '../testing/export-text';
import { renderDocx } from './docx/render-docx';
import { buildModel } from './model/build-model';
import { contentsOf, type DocumentModel } from './model/document-model';
import { modelText } from './model/model-text';
import { renderPdf } from './pdf/render-pdf';

/** Where lines and pages break is the renderers' own affair. */
const squeezed = (text: string) => text.normalize('NFC').replace(/\s+/g, '');

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Takes the page numbers out of the contents, and gives them. */
function readContents(text: string, model: DocumentModel) {
  const entries = contentsOf(model).map((entry) => squeezed(entry.text));
  const whole = squeezed(modelText(model));
  const written = squeezed(model.contentsTitle) + entries.join('');
  const start = whole.indexOf(written);
  // What follows may begin with a digit as well
  const end = start + written.length;
  const after = `(?=${escaped(whole.slice(end, end + 10))})`;
  const pattern = new RegExp(entries.map((entry) => `${escaped(entry)}(\\d+)`).join('') + after);
  const match = pattern.exec(text.slice(start));
  if (match === null) throw new Error('the contents are not in the text');
  return {
    text: text.slice(0, start) + text.slice(start).replace(pattern, entries.join('')),
    pages: match.slice(1).map(Number),
  };
}

/** The page number at the foot of every page but the first. */
function withoutFooters(pages: readonly string[]): string[] {
  return pages.map((page, index) => {
    const footer = String(index + 1);
    if (index === 0) return page;
    expect(page.trimEnd().endsWith(footer)).toBe(true);
    return page.trimEnd().slice(0, -footer.length);
  });
}

/** Rendering takes seconds of computing; on a busy machine several times that. */
jest.setTimeout(120_000);

describe.each([
  ['English', buildModel(englishInput())],
  ['Ukrainian', buildModel(ukrainianInput())],
])('the exports of a text in %s', (_, model) => {
  let docx: Buffer;
  let pdf: Buffer;
  let docxWords: string;
  let pages: string[];

  beforeAll(async () => {
    docx = await renderDocx(model);
    pdf = await renderPdf(model);
    docxWords = squeezed(await docxText(docx));
    pages = withoutFooters((await readPdf(pdf)).pages).map(squeezed);
  });

  it('have the text of the model in the DOCX', () => {
    const { text } = readContents(docxWords, model);
    expect(firstDifference(text, squeezed(modelText(model)))).toBeNull();
  });

  it('have the text of the model in the PDF', () => {
    const { text } = readContents(pages.join(''), model);
    expect(firstDifference(text, squeezed(modelText(model)))).toBeNull();
  });

  it('name the pages in the contents on which the headings are', () => {
    const inPdf = readContents(pages.join(''), model).pages;
    for (const [index, { text }] of contentsOf(model).entries()) {
      expect(pages[(inPdf[index] ?? 0) - 1]).toContain(squeezed(text));
    }
    const inDocx = readContents(docxWords, model).pages;
    // Two layout engines break a line here and there differently
    for (const [index, page] of inDocx.entries()) {
      expect(Math.abs(page - (inPdf[index] ?? 0))).toBeLessThanOrEqual(1);
    }
  });

  it('are the same bytes for the same model', async () => {
    expect((await renderDocx(model)).equals(docx)).toBe(true);
    expect((await renderPdf(model)).equals(pdf)).toBe(true);
  });

  it('never leave one line of a paragraph alone on a page of the PDF', () => {
    const paragraphs = model.sections
      .flatMap(({ blocks }) => blocks)
      .filter((block) => block.kind === 'paragraph')
      .map(({ text }) => squeezed(text.map((run) => run.text).join('')));
    // A full line has about 75 letters
    const line = 60;
    for (const page of pages) {
      const widows = paragraphs.filter(
        (text) =>
          !page.includes(text) &&
          Array.from({ length: line }, (_, length) => text.slice(-length - 1)).some(
            (end) => end.length > 8 && page.startsWith(end),
          ),
      );
      expect(widows).toEqual([]);
    }
  });
});

describe('the exports of any text', () => {
  const word = fc.oneof(
    fc.stringMatching(/^[A-Za-zА-Яа-яіїєґα-ω]{1,12}$/u),
    fc.stringMatching(/^[a-zäöü]{60,130}$/u),
    fc.constantFrom('well-known', '*italic*', '**bold**', '`code`', '“quoted”', 'a&b', '<tag>'),
    fc.constantFrom('[@roediger2006, p. 250]', '[see @miller1956; @mayer2009]', '1.5', '—'),
  );
  const line = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '));
  const block = fc.oneof(
    { weight: 4, arbitrary: line.map((text) => `Text ${text}`) },
    line.map((text) => `> Quote ${text}`),
    line.map((text) => `### Heading ${text}`),
    fc
      .array(line, { minLength: 1, maxLength: 4 })
      .map((items) => items.map((text) => `- Item ${text}`).join('\n')),
    fc
      .array(line, { minLength: 1, maxLength: 4 })
      .map((items) => items.map((text) => `1. Item ${text}\n\n   - Part`).join('\n')),
    fc.array(fc.tuple(line, word), { maxLength: 6 }).map((rows) =>
      // A header would be printed anew on every page
      ['| | |', '| - | -: |', ...rows.map((cells) => `| ${cells.join(' | ')} |`)].join('\n'),
    ),
  );

  it('are the same text', async () => {
    const content = fc
      .array(block, { minLength: 20, maxLength: 40 })
      .map((blocks) => blocks.join('\n\n'));
    await fc.assert(
      fc.asyncProperty(
        content,
        fc.constantFrom('apa' as const, 'ieee' as const),
        async (markdown, style) => {
          const section = { id: 's1', number: '1', title: 'One', level: 1 as const, writer: null };
          const sections = [{ ...section, content: markdown }];
          const model = buildModel(englishInput({ sections, citationStyle: style }));
          const expected = squeezed(modelText(model));
          const docx = squeezed(await docxText(await renderDocx(model)));
          expect(firstDifference(readContents(docx, model).text, expected)).toBeNull();
          const { pages } = await readPdf(await renderPdf(model));
          const pdf = withoutFooters(pages).map(squeezed).join('');
          expect(firstDifference(readContents(pdf, model).text, expected)).toBeNull();
        },
      ),
      { numRuns: 4, endOnFailure: true },
    );
  });
});

describe('renderDocx', () => {
  const model = buildModel(ukrainianInput());
  let files: Record<string, Uint8Array>;
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());

  beforeAll(async () => {
    files = unzipSync(await renderDocx(model));
  });

  it('states the language, the title and the author', () => {
    expect(part('word/styles.xml')).toContain('<w:lang w:val="uk-UA"/>');
    expect(part('docProps/core.xml')).toContain(model.titlePage.title);
    expect(part('docProps/core.xml')).toContain('Оксана Ґалаґан');
    expect(part('docProps/core.xml')).toContain('2026-11-20T10:00:00.000Z');
  });

  it('uses the heading styles of Word and a contents field that asks for no update', () => {
    const document = part('word/document.xml');
    for (const style of ['Heading1', 'Heading2', 'Heading3', 'TOC1', 'TOC2', 'Bibliography']) {
      expect(document).toContain(`<w:pStyle w:val="${style}"/>`);
    }
    expect(document).toContain('TOC \\h \\o &quot;1-2&quot;');
    expect(document).not.toContain('w:dirty="true"');
    expect(part('word/settings.xml')).not.toContain('updateFields');
  });

  it('numbers every page but the title page', () => {
    const [title, text] = part('word/document.xml').match(/<w:sectPr>.*?<\/w:sectPr>/g) ?? [];
    expect(title).not.toContain('footerReference');
    expect(text).toContain('footerReference');
    expect(text).toContain('<w:pgSz w:w="11906" w:h="16838"');
  });
});

describe('renderPdf', () => {
  it('carries metadata and bookmarks for every heading', async () => {
    const model = buildModel(ukrainianInput());
    const { info, outline } = await readPdf(await renderPdf(model));
    expect(info).toMatchObject({
      Title: model.titlePage.title,
      Author: 'Оксана Ґалаґан',
      Language: 'uk-UA',
    });
    expect(outline.map(({ title }) => title)).toEqual([
      '1 Вступ',
      '2 Пам’ять і навчання',
      '3 Огляд джерел',
      '4 Висновки',
      'Список використаних джерел',
      'Декларація про використання штучного інтелекту',
    ]);
    expect(outline[1]?.items.map(({ title }) => title)).toEqual(['2.1 Умови навчання']);
  });
});
