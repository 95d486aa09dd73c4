import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';
import { SandboxDied, SandboxHost } from '../../sandbox';
import { makePdf } from '../../testing/make-pdf';
import { readFile } from './read-file';
import type { ReadAnswer, Reading, ReadRequest } from './reading';

let directory: string;
const sandboxes = new SandboxHost();

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'reader-'));
});

afterAll(async () => {
  sandboxes.onApplicationShutdown();
  await rm(directory, { recursive: true });
});

async function answerOf(
  content: Buffer | string,
  over: Partial<ReadRequest> = {},
  timeoutMs = 30_000,
): Promise<ReadAnswer> {
  const path = join(directory, 'upload');
  await writeFile(path, content);
  const request = {
    kind: 'pdf',
    path,
    fileName: 'scan_01.pdf',
    language: 'en',
    stated: {},
  } as const;
  return readFile(sandboxes, { ...request, ...over }, timeoutMs);
}

function readingOf(answer: ReadAnswer): Reading {
  if ('reading' in answer) return answer.reading;
  throw new Error(JSON.stringify(answer));
}

async function draftOf(content: Buffer, over: Partial<ReadRequest> = {}) {
  const [draft] = readingOf(await answerOf(content, over)).drafts;
  if (draft === undefined) throw new Error('nothing read');
  return draft;
}

const SENTENCE = 'Practice at recalling material makes it last longer than reading it once more.';
const prose = (sentences: number) => Array<string>(sentences).fill(SENTENCE).join(' ');

/** A PDF with one page whose content is `stream`, as a program gone wrong or bad would make it. */
function rawPdf(stream: Buffer): Buffer {
  const head = `%PDF-1.4
1 0 obj
<</Type/Catalog/Pages 2 0 R>>
endobj
2 0 obj
<</Type/Pages/Kids[3 0 R]/Count 1>>
endobj
3 0 obj
<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>
endobj
4 0 obj
<</Length ${String(stream.length)}/Filter/FlateDecode>>
stream
`;
  const tail = '\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 5>>\nstartxref\n0\n%%EOF\n';
  return Buffer.concat([Buffer.from(head), stream, Buffer.from(tail)]);
}

/** A zlib stream of so many megabytes of zeros, put together from one compressed piece of them. */
function zeros(megabytes: number): Buffer {
  const step = 64;
  const piece = deflateRawSync(Buffer.alloc(step * 1024 * 1024), {
    finishFlush: constants.Z_SYNC_FLUSH,
  });
  const pieces = Array<Buffer>(megabytes / step).fill(piece);
  return Buffer.concat([Buffer.from('789c', 'hex'), ...pieces, Buffer.from('0300', 'hex')]);
}

jest.setTimeout(60_000);

describe('reading a PDF', () => {
  it('anchors whole sentences to their pages, without headers, page numbers and references', async () => {
    const pages = ['first', 'second', 'third'].map((ordinal) => ({
      text: `On the ${ordinal} page something of its own is said about learning. ${prose(12)}`,
      ...(ordinal === 'first' ? {} : { pageBreak: 'before' as const }),
    }));
    const references = Array.from({ length: 8 }, (_, index) => ({
      text: `Author, A. (${String(1990 + index)}). A work that must not be quoted at all. Press.`,
    }));
    const pdf = await makePdf(
      [
        { text: 'Learning that lasts', fontSize: 20 },
        ...pages,
        { text: 'References', fontSize: 14 },
        ...references,
      ],
      {
        header: (page) => `Journal of Learning and Memory, volume 12, page ${String(page)}.`,
        footer: (page) => String(page),
        info: { title: 'untitled.docx', author: 'Nobody Here' },
      },
    );
    const { csl, pageCount, passages } = await draftOf(pdf);
    expect(csl).toEqual({ id: '', type: 'document', title: 'Learning that lasts' });
    expect(pageCount).toBe(3);
    const pageOf = (words: string) => passages.find(({ text }) => text.includes(words))?.page;
    expect(['the first', 'the second', 'the third'].map(pageOf)).toEqual([1, 2, 3]);
    const text = passages.map((passage) => passage.text).join('\n');
    expect(text).not.toMatch(/Journal of Learning|must not be quoted/);
    expect(passages.filter((passage) => !/[.]$/.test(passage.text))).toEqual([]);
  });

  it('makes words whole that line ends have cut, and keeps true hyphens', async () => {
    const lines =
      'Effi-\ncient learners plan their long-\nterm goals, and a long-term goal is a good one.';
    const { passages } = await draftOf(await makePdf([lines, prose(4)]));
    expect(passages[0]?.text).toContain(
      'Efficient learners plan their long-term goals, and a long-term goal is a good one.',
    );
  });

  it('reads Cyrillic, and the title and authors that the file states and prints', async () => {
    const pdf = await makePdf(
      [
        { text: 'Пам’ять і навчання студентів', fontSize: 18 },
        'Олена Ковальчук',
        `Пам’ять змінюється щоразу, коли до неї звертаються. ${'Це довели досліди з учнями різного віку. '.repeat(5)}`,
      ],
      { info: { title: 'Пам’ять і навчання студентів', author: 'Олена Ковальчук' } },
    );
    const { csl, passages } = await draftOf(pdf, { language: 'uk' });
    expect(csl).toMatchObject({
      title: 'Пам’ять і навчання студентів',
      author: [{ family: 'Ковальчук', given: 'Олена' }],
    });
    expect(passages[0]?.text).toContain('Пам’ять змінюється щоразу, коли до неї звертаються.');
  });

  it('believes its owner before the file, and the file’s name last', async () => {
    const pdf = await makePdf([prose(5)]);
    const stated = { title: 'Stated title', authors: 'van Dijk, Jan; Jane Doe', year: 2019 };
    expect((await draftOf(pdf, { stated })).csl).toMatchObject({
      title: 'Stated title',
      author: [
        { family: 'Dijk', given: 'Jan', 'non-dropping-particle': 'van' },
        { family: 'Doe', given: 'Jane' },
      ],
      issued: { 'date-parts': [[2019]] },
    });
    expect((await draftOf(pdf)).csl).toEqual({ id: '', type: 'document', title: 'scan 01' });
  });

  it.each([
    [
      'no text layer',
      'NO_TEXT',
      () => makePdf([{ canvas: [{ type: 'rect', x: 0, y: 0, w: 99, h: 99 }] }]),
      /scanned/,
    ],
    ['a password', 'ENCRYPTED', () => makePdf([prose(5)], { userPassword: 'secret' }), /password/],
    [
      'its end missing',
      'DAMAGED',
      async () => (await makePdf([prose(50)])).subarray(0, 4000),
      /breaks off/,
    ],
    [
      'more pages than are read',
      'TOO_MANY_PAGES',
      () => makePdf(Array.from({ length: 2001 }, () => ({ text: 'x', pageBreak: 'after' }))),
      /2002 pages; up to 2000/,
    ],
    ['nothing but its marks', 'DAMAGED', () => Buffer.from('%PDF-1.7\n%%EOF'), /damaged/],
    [
      'no sentences',
      'NO_SENTENCES',
      () => makePdf(Array.from({ length: 40 }, () => 'Slide point')),
      /whole sentences/,
    ],
  ])('says in plain words what is wrong with a file with %s', async (_, reason, make, words) => {
    expect(await answerOf(await make())).toEqual({
      reason,
      unreadable: expect.stringMatching(words) as unknown,
    });
  });

  it('dies alone of a file that unpacks to more than it may hold', async () => {
    await expect(answerOf(rawPdf(zeros(2048)))).rejects.toBeInstanceOf(SandboxDied);
  });

  it('is ended when it takes too long', async () => {
    const pdf = await makePdf([prose(20)]);
    await expect(answerOf(pdf, {}, 20)).rejects.toMatchObject({ timedOut: true });
  });
});

describe('reading references', () => {
  it('refuses text that is not UTF-8 rather than spoil its names', async () => {
    const latin1 = Buffer.from('@book{a, title={Über}}', 'latin1');
    expect(await answerOf(latin1, { kind: 'bibtex' })).toEqual({
      reason: 'NOT_UTF8',
      unreadable: expect.stringContaining('UTF-8') as unknown,
    });
  });

  it('takes 5,000 of a hundred thousand entries on a million lines, within its limits', async () => {
    const entry = (index: number) =>
      `@article{k${String(index)},\n  title = {Study ${String(index)}},\n  author = {M{\\"u}ller, J.},\n` +
      `  year = 2001,\n  month = jan,\n  volume = 3,\n  number = 4,\n  pages = {1--9},\n  note = {n},\n}`;
    const file = Array.from({ length: 100_000 }, (_, index) => entry(index)).join('\n');
    expect(file.split('\n')).toHaveLength(1_000_000);
    const { drafts, refused } = readingOf(await answerOf(file, { kind: 'bibtex' }));
    expect(drafts).toHaveLength(5000);
    expect(refused).toEqual([
      {
        line: null,
        entry: null,
        code: 'LEFT_OUT',
        at: null,
        count: 95_000,
        reason: expect.stringContaining('95000 more') as unknown,
      },
    ]);
  });

  it.each([
    [
      'bibtex',
      `@book{huge, title={T}, note={${'word '.repeat(4_000_000)}}}\n@book{ok, title={Ok}}`,
    ],
    ['bibtex', `@book{huge, title={T}, note=${'{'.repeat(9_000_000)}\n@book{ok, title={Ok}}`],
    ['ris', `TY  - BOOK\nTI  - T\n${'N1  - word\n'.repeat(1_500_000)}TY  - BOOK\nTI  - Ok`],
    [
      'csl-json',
      JSON.stringify([{ title: 'T', note: 'word '.repeat(4_000_000) }, { title: 'Ok' }]),
    ],
  ] as const)('gets over one entry of 20 MB (%s, %#)', async (kind, file) => {
    const { drafts } = readingOf(await answerOf(file, { kind }));
    expect(drafts.at(-1)?.csl.title).toBe('Ok');
    expect(JSON.stringify(drafts).length).toBeLessThan(200_000);
  });

  it('reads a file that is full of long entries, which takes longer than others may', async () => {
    const braces = '{ab} '.repeat(36_000);
    const entries = Array.from(
      { length: 100 },
      (_, index) =>
        `@misc{k${String(index)}, title={T}, abstract={${braces}}, year={${String(index + 1900)}}}`,
    );
    const { drafts, refused } = readingOf(await answerOf(entries.join('\n'), { kind: 'bibtex' }));
    expect([drafts.length, refused.length]).toEqual([100, 0]);
  });

  it('reads UTF-16', async () => {
    const utf16 = Buffer.from('\ufeff@book{a, title={Über}}', 'utf16le');
    const { drafts } = readingOf(await answerOf(utf16, { kind: 'bibtex' }));
    expect(drafts[0]?.csl.title).toBe('Über');
  });
});
