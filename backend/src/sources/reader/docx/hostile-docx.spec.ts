import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { makeDocx, withBody, withParts } from '../../../testing/make-docx';
import { UnreadableFile, UnsupportedFile } from '../reading';
import { openDocx } from './open-docx';

let directory: string;
let file: Buffer;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hostile-docx-'));
  file = await makeDocx(['Practice at recalling material makes it last longer.']);
});

afterAll(() => rm(directory, { recursive: true }));

async function open(content: Uint8Array) {
  const path = join(directory, 'upload');
  await writeFile(path, content);
  return openDocx(path);
}

const before = (mark: string, text: string) => (xml: string) =>
  xml.replace(mark, () => `${text}${mark}`);

const relationship = (type: string) =>
  before(
    '</Relationships>',
    `<Relationship Id="x1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" ` +
      'Target="http://example.org/x" TargetMode="External"/>',
  );

/** Flips bits in the local header and the directory entry of every part. */
function flagged(content: Buffer, bits: number): Buffer {
  const copy = Buffer.from(content);
  for (const [mark, offset] of [
    ['PK\u0001\u0002', 8],
    ['PK\u0003\u0004', 6],
  ] as const) {
    let at = copy.indexOf(mark, 0, 'latin1');
    for (; at !== -1; at = copy.indexOf(mark, at + 4, 'latin1')) {
      copy.writeUInt16LE(copy.readUInt16LE(at + offset) | bits, at + offset);
    }
  }
  return copy;
}

/** What the directory says the first part unpacks to, and what its own header says. */
function statingSize(content: Buffer, size: number): Buffer {
  const copy = Buffer.from(content);
  copy.writeUInt32LE(size, 22);
  copy.writeUInt32LE(size, copy.indexOf('PK\u0001\u0002', 0, 'latin1') + 24);
  return copy;
}

const ZEROS = new Uint8Array(60 * 1024 * 1024);
const HALF = ZEROS.subarray(0, 30 * 1024 * 1024);
const DTD = '<!DOCTYPE x [<!ENTITY a "b">]>';
const MAIN = 'word/document.xml';
const LINKS = 'word/_rels/document.xml.rels';
const TYPES = '[Content_Types].xml';

const withFirst = (name: string, content: Uint8Array) =>
  Buffer.from(zipSync({ [name]: content, ...unzipSync(file) }));

const pictures = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`word/media/${String(index)}.png`, 'x']),
  );

const paragraphs = (count: number) =>
  `<w:p><w:r><w:t>${'word '.repeat(200)}</w:t></w:r></w:p>`.repeat(count);

const UNREADABLE: [string, () => Buffer, RegExp][] = [
  ['text of 60 MB', () => withParts(file, { [MAIN]: ZEROS }), /50 MB/],
  ['pictures of 60 MB', () => withParts(file, { 'word/media/a.png': ZEROS }), /50 MB/],
  ['60 MB in two parts', () => withParts(file, { 'a.bin': HALF, 'b.bin': HALF }), /50 MB/],
  ['60 MB that are said to be few', () => statingSize(withFirst('a.bin', ZEROS), 10), /50 MB/],
  ['a part of another size than is said', () => statingSize(file, 10), /damaged/],
  ['thousands of parts', () => withParts(file, pictures(2001)), /too many parts/],
  ['encrypted parts', () => flagged(file, 1), /password/],
  ['strongly encrypted parts', () => flagged(file, 0x40), /password/],
  ['its end missing', () => file.subarray(0, -30), /breaks off/],
  ['half of it missing', () => file.subarray(0, file.length / 2), /breaks off/],
  ['its beginning missing', () => file.subarray(100), /damaged/],
  ['a PDF before it', () => Buffer.concat([Buffer.from('%PDF-1.7\n'), file]), /damaged/],
  ['a PDF behind it', () => Buffer.concat([file, Buffer.from('%PDF-1.7\n%%EOF')]), /damaged/],
  ['a DTD', () => withParts(file, { [MAIN]: (xml) => DTD + xml }), /entities/],
  ['a DTD in its properties', () => withParts(file, { 'docProps/core.xml': DTD }), /entities/],
  ['a DTD in its types', () => withParts(file, { [TYPES]: (xml) => DTD + xml }), /entities/],
  ['a DTD far inside', () => withParts(file, { 'x.xml': ' '.repeat(5e6) + DTD }), /entities/],
  [
    'a DTD in UTF-16',
    () => withParts(file, { 'x.xml': Buffer.from(`\ufeff${DTD}`, 'utf16le') }),
    /entities/,
  ],
  ['a picture elsewhere', () => withParts(file, { [LINKS]: relationship('image') }), /outside/],
  [
    'a template elsewhere',
    () => withParts(file, { [LINKS]: relationship('attachedTemplate') }),
    /outside/,
  ],
  [
    'another encoding',
    () => withParts(file, { 'x.xml': Buffer.from('\u00e9', 'latin1') }),
    /damaged/,
  ],
  ['text that breaks off', () => withParts(file, { [MAIN]: '<w:p><w:r>' }), /breaks off/],
  ['endless nesting', () => withBody(file, '<w:p>'.repeat(10_000)), /nested/],
  ['no text part', () => withParts(file, { [MAIN]: null }), /damaged/],
  ['more text than a book', () => withBody(file, paragraphs(5000)), /thousand pages/],
];

const MACRO = 'application/vnd.ms-word.document.macroEnabled.main+xml';

/** What the words mean to who branches on it. */
const REASONS: Readonly<Record<string, string>> = {
  '50 MB': 'UNPACKS_TOO_FAR',
  'thousand pages': 'TOO_LONG',
  'too many parts': 'TOO_MANY_PARTS',
  outside: 'TAKES_IN_OTHERS',
  password: 'ENCRYPTED',
};

describe('openDocx', () => {
  it.each(UNREADABLE)('refuses %s in plain words', async (_, make, words) => {
    const opening = open(make());
    await expect(opening).rejects.toBeInstanceOf(UnreadableFile);
    await expect(opening).rejects.toThrow(words);
    const reason = REASONS[words.source] ?? 'DAMAGED';
    await expect(opening).rejects.toMatchObject({ reason });
  });

  it.each([
    ['a macro', () => withParts(file, { 'word/vbaProject.bin': 'x' })],
    [
      'the type of a file with macros',
      () =>
        withParts(file, {
          [TYPES]: before('</Types>', `<Override PartName="/x.xml" ContentType="${MACRO}"/>`),
        }),
    ],
  ])('takes %s for a program', async (_, make) => {
    await expect(open(make())).rejects.toBeInstanceOf(UnsupportedFile);
  });

  it('lets hyperlinks lead outside', async () => {
    const linked = withParts(file, { [LINKS]: relationship('hyperlink') });
    expect((await open(linked)).paragraphs).toHaveLength(1);
  });
});
