import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HeadingLevel, Paragraph } from 'docx';
import { makeDocx, withBody, withParts } from '../../../testing/make-docx';
import type { ReadRequest, SourceDraft } from '../reading';
import { readDocx } from './read-docx';

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'docx-'));
});

afterAll(() => rm(directory, { recursive: true }));

async function draftOf(content: Buffer, over: Partial<ReadRequest> = {}): Promise<SourceDraft> {
  const path = join(directory, 'upload');
  await writeFile(path, content);
  const request = { kind: 'docx', path, fileName: 'notes_01.docx', language: 'en', stated: {} };
  const { drafts } = await readDocx({ ...(request as ReadRequest), ...over });
  if (drafts[0] === undefined) throw new Error('nothing read');
  return drafts[0];
}

const textOf = async (content: Buffer) =>
  (await draftOf(content)).passages.map(({ text }) => text).join('\n');

const SENTENCE = 'Practice at recalling material makes it last longer than reading it once more.';
const PROSE = Array<string>(4).fill(SENTENCE).join(' ');

const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('readDocx', () => {
  it('makes passages of the text, without pages and references', async () => {
    const references = Array.from(
      { length: 5 },
      (_, index) => `Author, A. (${String(1990 + index)}). A work that must not be quoted. Press.`,
    );
    const { passages, pageCount, csl } = await draftOf(
      await makeDocx([PROSE, `Пам’ять змінюється щоразу. ${PROSE}`, 'References', ...references]),
    );
    expect(csl).toEqual({ id: '', type: 'document', title: 'notes 01' });
    expect(pageCount).toBeNull();
    expect(passages[0]).toMatchObject({ kind: 'fulltext', page: null });
    const text = passages.map((passage) => passage.text).join('\n');
    expect(text).toContain(SENTENCE);
    expect(text).not.toContain('must not be quoted');
  });

  it('believes what the file says of itself where its text says the same', async () => {
    const said = { title: 'Learning that lasts', creator: 'Olena Petrenko' };
    const printed = ['Learning that lasts', 'Olena Petrenko', 'Lviv 2019', PROSE];
    const dated = async (content: string[]) =>
      withParts(await makeDocx(content, said), {
        'docProps/core.xml': (xml) =>
          xml.replace(/(<dcterms:created[^>]*>)[^<]*/, '$12019-05-04T08:00:00Z'),
      });
    expect((await draftOf(await dated(printed))).csl).toMatchObject({
      title: 'Learning that lasts',
      author: [{ family: 'Petrenko', given: 'Olena' }],
      issued: { 'date-parts': [[2019]] },
    });
    const { csl } = await draftOf(await dated([PROSE]));
    expect(csl).toEqual({ id: '', type: 'document', title: 'notes 01' });
  });

  it('takes the title from the text, and from its owner before all', async () => {
    const title = new Paragraph({ text: 'On forgetting well', heading: HeadingLevel.TITLE });
    const file = await makeDocx([title, PROSE], { title: 'Template of the faculty' });
    expect((await draftOf(file)).csl.title).toBe('On forgetting well');
    const stated = { title: 'Stated title', authors: 'Doe, Jane', year: 2020 };
    const { csl, opening } = await draftOf(file, { stated });
    expect(csl).toMatchObject({ title: 'Stated title', author: [{ family: 'Doe' }] });
    expect(opening).toBeUndefined();
  });

  it('joins what Word has cut, and leaves out what nobody sees', async () => {
    const text = await textOf(
      withBody(
        await makeDocx([PROSE]),
        `<w:p>${run('What is cut in')}${run('to runs')}<w:r><w:tab/></w:r>${run('is read &amp; joined.')}` +
          `<w:del>${run('gone').replaceAll('w:t', 'w:delText')}</w:del>` +
          `<w:moveFrom>${run(' This was moved away from here.')}</w:moveFrom>` +
          `${run(' This is hidden from all readers.', '<w:vanish/>')}` +
          `${run(' This is not hidden any more.', '<w:vanish w:val="0"/>')}</w:p>` +
          `<w:p><mc:AlternateContent><mc:Choice>${run('Only once is this said.')}</mc:Choice>` +
          `<mc:Fallback>${run(' Twice it is not said.')}</mc:Fallback></mc:AlternateContent></w:p>`,
      ),
    );
    expect(text).toContain('What is cut into runs is read & joined.');
    expect(text).toContain('This is not hidden any more.');
    expect(text).toContain('Only once is this said.');
    expect(text).not.toMatch(/gone|moved away|hidden from|Twice/);
  });

  it('reads each note after the paragraph that refers to it, and no other note', async () => {
    const note = (element: string, id: number, text: string, type = '') =>
      `<w:${element} w:id="${String(id)}"${type}><w:p>${run(text)}</w:p></w:${element}>`;
    const root = (name: string, content: string) =>
      `<w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${content}</w:${name}>`;
    const body = withBody(
      await makeDocx([PROSE]),
      `<w:p>${run('The first claim is made in the text itself here.')}<w:r><w:footnoteReference w:id="2"/></w:r>` +
        `<w:del w:id="9"><w:r><w:footnoteReference w:id="3"/></w:r></w:del></w:p>` +
        `<w:p>${run('The second claim follows after the first one was made.')}` +
        `<w:r><w:endnoteReference w:id="2"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
    );
    const text = await textOf(
      withParts(body, {
        'word/footnotes.xml': root(
          'footnotes',
          note('footnote', 0, 'A line that parts the notes from the text.', ' w:type="separator"') +
            note('footnote', 2, 'The first note explains the claim at some length.') +
            note('footnote', 3, 'The note to what was deleted is not read at all.'),
        ),
        'word/endnotes.xml': root(
          'endnotes',
          note('endnote', 2, 'The second note stands at the end of the printed work.'),
        ),
      }),
    );
    const order = ['first claim', 'first note', 'second claim', 'second note'];
    const places = order.map((words) => text.indexOf(words));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
    expect(text.split('first note')).toHaveLength(2);
    expect(text).not.toMatch(/parts the notes|deleted/);
  });

  it('counts the text of notes to what a file may hold', async () => {
    const many = `<w:p>${run('word '.repeat(900_000))}</w:p>`;
    const file = withParts(await makeDocx([PROSE]), {
      'word/footnotes.xml': `<w:footnotes><w:footnote w:id="2">${many}</w:footnote></w:footnotes>`,
    });
    await expect(draftOf(file)).rejects.toThrow(/thousand pages/);
  });

  it('finds the text under the name that its types give', async () => {
    const file = await makeDocx([PROSE]);
    const rename = (xml: string) => xml.replaceAll('word/document.xml', 'word/text2.xml');
    let body = '';
    withParts(file, { 'word/document.xml': (xml) => (body = xml) });
    const renamed = withParts(file, {
      '[Content_Types].xml': rename,
      '_rels/.rels': rename,
      'word/document.xml': null,
      'word/text2.xml': body,
    });
    expect(await textOf(renamed)).toContain(SENTENCE);
  });

  it.each([
    ['no text', [''], /no text/],
    ['no sentences', Array<string>(40).fill('Slide point'), /whole sentences/],
  ])('says that there is %s', async (_, content, reason) => {
    await expect(draftOf(await makeDocx(content))).rejects.toThrow(reason);
  });
});
