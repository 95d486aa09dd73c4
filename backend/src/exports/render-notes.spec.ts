import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { plainText } from '../citations';
import { englishInput, ukrainianInput } from '../testing/export-input';
import { firstDifference, readDocx, readPdf } from '../testing/export-text';
import { renderDocx } from './docx/render-docx';
import { buildModel } from './model/build-model';
import { contentsOf, type DocumentModel } from './model/document-model';
import { modelText, notesOf } from './model/model-text';
import { renderPdf } from './pdf/render-pdf';

const squeezed = (text: string) => text.normalize('NFC').replace(/\s+/g, '');

const noteTexts = (model: DocumentModel) =>
  notesOf(model).map(({ number, text }) => squeezed(`${String(number)}${plainText(text)}`));

/** The text after the contents, whose page numbers are the renderers' own. */
function afterContents(text: string, model: DocumentModel): string {
  const [first] = contentsOf(model).map((entry) => squeezed(entry.text));
  return text.slice(text.lastIndexOf(squeezed(first ?? '')));
}

/** A table that goes on on the next page prints its header again. */
function withoutRepeatedHeaders(pages: readonly string[], model: DocumentModel): string {
  const headers = model.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'table' ? [block.rows[0] ?? []] : []))
    .map((row) => squeezed(row.map(plainText).join('')));
  return pages.reduce((text, page) => {
    const again = headers.find((header) => page.startsWith(header) && text.includes(header));
    return text + page.slice(again?.length ?? 0);
  }, '');
}

/** Takes the notes off the feet of the pages, and gives where each of them stood. */
function readNotes(pages: readonly string[], notes: readonly string[]) {
  const places: number[] = [];
  const texts = [...pages];
  for (const note of notes.toReversed()) {
    const page = texts.findLastIndex((text) => text.endsWith(note));
    if (page === -1) throw new Error(`no page ends with ${note}`);
    texts[page] = (texts[page] ?? '').slice(0, -note.length);
    places.unshift(page);
  }
  return { texts, places };
}

async function pdfPages(model: DocumentModel): Promise<string[]> {
  const { pages } = await readPdf(await renderPdf(model));
  return pages.map((page, index) =>
    squeezed(index === 0 ? page : page.trimEnd().slice(0, -String(index + 1).length)),
  );
}

/** Rendering takes seconds of computing; on a busy machine several times that. */
jest.setTimeout(120_000);

describe.each([
  ['Chicago', buildModel(englishInput({ citationStyle: 'chicago_notes' }))],
  ['the Italian form', buildModel(ukrainianInput({ citationStyle: 'iso690_it' }))],
])('the exports with notes in %s', (_, model) => {
  const notes = noteTexts(model);
  const expected = afterContents(squeezed(modelText(model)), model);
  let pages: string[];

  beforeAll(async () => {
    pages = await pdfPages(model);
  });

  it('have a footnote for every citation', () => {
    expect(notes.length).toBeGreaterThan(40);
    expect(notesOf(model).map(({ number }) => number)).toEqual(notes.map((_note, at) => at + 1));
  });

  it('have text and notes of the model in the DOCX, the notes as Word’s own', async () => {
    const file = await renderDocx(model);
    const docx = await readDocx(file);
    expect(firstDifference(afterContents(squeezed(docx.text), model), expected)).toBeNull();
    expect(docx.notes.map(squeezed)).toEqual(notes);
    const footnotes = strFromU8(unzipSync(file)['word/footnotes.xml'] ?? new Uint8Array());
    expect(footnotes.includes('<w:pStyle w:val="FootnoteText"/>')).toBe(true);
  });

  it('have text and notes of the model in the PDF, each note on the page of its number', () => {
    const { texts, places } = readNotes(pages, notes);
    const text = withoutRepeatedHeaders(texts, model);
    expect(firstDifference(afterContents(text, model), expected)).toBeNull();
    for (const [index, page] of places.entries()) {
      expect(texts[page]).toContain(String(index + 1));
    }
    expect(places.toSorted((a, b) => a - b)).toEqual(places);
  });

  it('leave no heading alone at the end of a page of the PDF', () => {
    const headings = contentsOf(model).map(({ text }) => squeezed(text));
    const { texts } = readNotes(pages, notes);
    for (const text of texts.slice(2)) {
      expect(headings.filter((heading) => text.endsWith(heading))).toEqual([]);
    }
  });

  it('are the same bytes for the same model', async () => {
    expect((await renderDocx(model)).equals(await renderDocx(model))).toBe(true);
    expect((await renderPdf(model)).equals(await renderPdf(model))).toBe(true);
  });
});

describe('a note taller than its page', () => {
  const { sources } = englishInput();
  const everything = sources.map(({ key }) => `see the argument of @${key}, p. 3`).join('; ');
  const content = `Word [${everything}]. Then [@miller1956].\n\n${'More words. '.repeat(400)}`;
  const section = { id: 's1', number: '1', title: 'One', level: 1 as const, writer: null };
  const sections = [{ ...section, content }];

  it('goes on at the foot of the next, and no other note goes before its end', async () => {
    const model = buildModel(
      englishInput({ sections, citationStyle: 'chicago_notes', frontMatter: [] }),
    );
    const pages = await pdfPages(model);
    const [tall = '', short = ''] = noteTexts(model);
    expect(pages[2]).toContain(tall.slice(0, 500));
    expect(pages[2]).not.toContain(tall);
    const last = pages.find((page) => page.includes(tall.slice(-100)));
    expect(last?.endsWith(tall.slice(-100) + short)).toBe(true);
  });
});

describe('the exports of any text with notes', () => {
  const keys = ['roediger2006', 'miller1956', 'mayer2009'] as const;
  const cite = fc
    .array(fc.constantFrom(...keys), { minLength: 1, maxLength: 12 })
    .map((cited) => `[${cited.map((key) => `@${key}`).join('; ')}]`);
  const line = fc
    .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom('word', 'longer') }, cite), {
      minLength: 1,
      maxLength: 60,
    })
    .map((words) => words.join(' '));
  const block = fc.oneof(
    { weight: 3, arbitrary: line.map((text) => `Text ${text}.`) },
    line.map((text) => `> Quote ${text}`),
    line.map((text) => `### Heading ${text}`),
    line.map((text) => `- Item ${text}\n- Next ${text}`),
    fc.array(line, { maxLength: 5 }).map((rows) =>
      // A header would be printed anew on every page
      ['| | |', '| - | -: |', ...rows.map((text) => `| ${text} | x |`)].join('\n'),
    ),
  );

  it('lose no note and no word', async () => {
    const content = fc
      .array(block, { minLength: 10, maxLength: 25 })
      .map((blocks) => blocks.join('\n\n'));
    await fc.assert(
      fc.asyncProperty(content, async (markdown) => {
        const section = { id: 's1', number: '1', title: 'One', level: 1 as const, writer: null };
        const sections = [{ ...section, content: markdown }];
        const model = buildModel(
          englishInput({ sections, citationStyle: 'chicago_notes', frontMatter: [] }),
        );
        const letters = (text: string) => [...text].toSorted().join('');
        const body = afterContents(squeezed(modelText(model)), model);
        const all = letters(`${body}${noteTexts(model).join('')}`);
        const docx = await readDocx(await renderDocx(model));
        expect(firstDifference(afterContents(squeezed(docx.text), model), body)).toBeNull();
        expect(docx.notes.map(squeezed)).toEqual(noteTexts(model));
        const pdf = (await pdfPages(model)).slice(2).join('');
        expect(firstDifference(letters(pdf), all)).toBeNull();
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });
});
