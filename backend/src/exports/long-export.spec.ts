import { plainText } from '../citations';
import { firstDifference, readDocx, readPdf } from '../testing/export-text';
import { longThesis } from '../testing/long-thesis';
import { renderDocx } from './docx/render-docx';
import { buildModel } from './model/build-model';
import { contentsOf } from './model/document-model';
import { modelText, notesOf } from './model/model-text';
import { renderPdf } from './pdf/render-pdf';

/** The whole of it takes half a minute of computing; on a busy machine several times that. */
jest.setTimeout(400_000);

const squeezed = (text: string) => text.normalize('NFC').replace(/\s+/g, '');

/** Takes `part` from the end of a text; null where the text does not end so. */
const without = (text: string, part: string) =>
  text.endsWith(part) ? text.slice(0, -part.length) : null;

describe('a thesis of 80,000 words with 300 notes, 200 works and 30 tables', () => {
  const model = buildModel(longThesis());
  const notes = notesOf(model);
  const noteTexts = notes.map(({ number, text }) =>
    squeezed(`${String(number)}${plainText(text)}`),
  );
  const expected = squeezed(modelText(model));
  const [first = ''] = contentsOf(model).map(({ text }) => squeezed(text));
  /** From the first chapter on; the contents name pages, which are the renderers' own. */
  const fromBody = (text: string) => text.slice(text.lastIndexOf(first));

  it('is as long as that', () => {
    expect(modelText(model).split(/\s+/).length).toBeGreaterThan(80_000);
    expect([notes.length, model.bibliography?.entries.length]).toEqual([300, 200]);
  });

  it('has the same text and notes in its Word file', async () => {
    const { text, notes: read } = await readDocx(await renderDocx(model));
    expect(firstDifference(fromBody(squeezed(text)), fromBody(expected))).toBeNull();
    expect(read.map(squeezed)).toEqual(noteTexts);
  });

  it('has the same text and notes in its PDF, the notes at the foot of their pages', async () => {
    const { pages } = await readPdf(await renderPdf(model));
    const texts = pages.map((page, index) =>
      index === 0 ? squeezed(page) : (without(squeezed(page), String(index + 1)) ?? ''),
    );
    for (const note of noteTexts.toReversed()) {
      const at = texts.findLastIndex((page) => page.endsWith(note));
      expect([note, at]).not.toEqual([note, -1]);
      texts[at] = without(texts[at] ?? '', note) ?? '';
    }
    const headers = model.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'table' ? [block.rows[0] ?? []] : []))
      .map((row) => squeezed(row.map(plainText).join('')));
    // a table that goes on on the next page prints its header again
    const text = texts.reduce((before, page) => {
      const again = headers.find((header) => page.startsWith(header) && before.includes(header));
      return before + page.slice(again?.length ?? 0);
    }, '');
    expect(firstDifference(fromBody(text), fromBody(expected))).toBeNull();
  });
});
