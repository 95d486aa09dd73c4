import { type FileHandle, open } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileTypeFromBuffer } from 'file-type/node';
import { ProblemException } from '../../common';
import { endsAsZip, TAIL } from '../reader/docx/archive/end-record';
import type { SourceFileKind, TextFileKind } from '../reader/reading';
import { ACCEPTED, unsupported } from './accepted';
import { isDocx, type OpenUpload } from './archive-kind';

const HEAD = 64 * 1024;

const NAMES: Record<SourceFileKind, string> = {
  pdf: 'PDF',
  docx: 'a Word document',
  bibtex: 'BibTeX',
  ris: 'RIS',
  'csl-json': 'JSON',
};

const KIND_OF_EXTENSION: Readonly<Record<string, SourceFileKind>> = {
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.bib': 'bibtex',
  '.bibtex': 'bibtex',
  '.ris': 'ris',
  '.json': 'csl-json',
};

/** None, text in general, or the end of a title: `Notes no. 3`. */
const SAYS_NOTHING = /^(\.txt|\.?[^a-z]*)$|\s/;

function utf16Of(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined;
}

const startOf = (text: string): string => text.replace(/^\ufeff/, '').trimStart();

const BLANK = new Set([0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf]);

/** Some programs put an empty line or a byte order mark before a PDF; readers step over it. */
function withoutBlankStart(head: Buffer): Buffer {
  const start = head.findIndex((byte) => !BLANK.has(byte));
  return head.subarray(Math.max(start, 0));
}

/** Line feeds, tabs and form feeds are text; other control characters are not. */
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/** @throws ProblemException UNSUPPORTED_FILE for what is no plain text, UNREADABLE_FILE for none */
function assertPlainText(text: string, accepted: string): void {
  const start = startOf(text);
  if (start === '') {
    const detail = `The file is empty. ${accepted}`;
    throw new ProblemException('UNREADABLE_FILE', detail, { reason: 'EMPTY' });
  }
  if (start.startsWith('#!')) throw unsupported('PROGRAM', 'The file is a program.', accepted);
  if (BINARY.test(text))
    throw unsupported('OTHER_KIND', 'The file is not of a kind that can be read.', accepted);
  if (/^<(?:!doctype html|html|head|body)/i.test(start)) {
    throw unsupported('WEB_PAGE', 'This is a web page.', accepted);
  }
}

function referencesKind(text: string): SourceFileKind {
  const start = startOf(text);
  if (/^[[{]\s*["{}\]]/.test(start)) return 'csl-json';
  if (/^TY {1,3}-/m.test(text)) return 'ris';
  if (/@\s*[a-z]+\s*[{(]/i.test(text)) return 'bibtex';
  throw unsupported(
    'NO_REFERENCES',
    'There are no references in the file that could be recognised.',
  );
}

/** What a plain text is taken for, by its beginning. */
type TextKinds<Kind> = (text: string) => Kind;

async function kindOf<Kind>(
  upload: OpenUpload,
  textKind: TextKinds<Kind>,
): Promise<Kind | 'pdf' | 'docx'> {
  if (await isDocx(upload)) return 'docx';
  const { head, tail, accepted } = upload;
  if (endsAsZip(tail))
    throw unsupported('ARCHIVE', 'The file is an archive, or carries one.', accepted);
  const plain = (text: string) => {
    assertPlainText(text, accepted);
    return textKind(text);
  };
  const utf16 = utf16Of(head);
  if (utf16 !== undefined) return plain(new TextDecoder(utf16).decode(head));
  const detected = await fileTypeFromBuffer(withoutBlankStart(head));
  if (detected === undefined) return plain(head.toString('utf8'));
  if (detected.mime === 'application/pdf') return 'pdf';
  throw unsupported(
    'OTHER_KIND',
    `The file is of the type ${detected.ext.toUpperCase()}.`,
    accepted,
  );
}

async function openUpload(
  file: FileHandle,
  { extension, accepted }: Pick<OpenUpload, 'extension' | 'accepted'>,
): Promise<OpenUpload> {
  const { size } = await file.stat();
  const head = Buffer.alloc(Math.min(HEAD, size));
  const tail = Buffer.alloc(Math.min(TAIL, size));
  await file.read(head, 0, head.length, 0);
  await file.read(tail, 0, tail.length, size - tail.length);
  return { file, size, head, tail, extension, accepted };
}

/**
 * What a file is by its content; its name has to say the same, or nothing of a kind.
 * @throws ProblemException UNSUPPORTED_FILE, UNREADABLE_FILE when it is empty or a locked DOCX
 */
export async function fileKind(path: string, fileName: string): Promise<SourceFileKind> {
  const extension = extname(fileName).toLowerCase();
  await using file = await open(path, 'r');
  const upload = await openUpload(file, { extension, accepted: ACCEPTED });
  const kind = await kindOf(upload, referencesKind);
  const says = KIND_OF_EXTENSION[extension] ?? (SAYS_NOTHING.test(extension) ? kind : undefined);
  if (says === kind) return kind;
  throw unsupported(
    'MISNAMED',
    `The file is named ${extension}, but its content is ${NAMES[kind]}.`,
  );
}

const ACCEPTED_TEXTS = 'Add a PDF or a Word file (DOCX) with text, or a plain text (TXT).';

/**
 * The same for a file whose text alone is wanted.
 * @throws ProblemException as {@link fileKind}
 */
export async function textFileKind(path: string, fileName: string): Promise<TextFileKind> {
  const extension = extname(fileName).toLowerCase();
  await using file = await open(path, 'r');
  const upload = await openUpload(file, { extension, accepted: ACCEPTED_TEXTS });
  const kind = await kindOf(upload, () => 'txt' as const);
  const says = { '.pdf': 'pdf', '.docx': 'docx' }[extension] ?? 'txt';
  if (says === kind || SAYS_NOTHING.test(extension)) return kind;
  throw unsupported(
    'MISNAMED',
    `The file is named ${extension}, but its content is another.`,
    ACCEPTED_TEXTS,
  );
}
