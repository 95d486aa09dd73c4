import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileTypeFromBuffer } from 'file-type/node';
import { ProblemException } from '../../common';
import type { SourceFileKind } from '../reader/reading';

const HEAD = 64 * 1024;
/** The end record of a ZIP lies within this last part (APPNOTE 4.3.16). */
const TAIL = 22 + 65_535;

const NAMES: Record<SourceFileKind, string> = {
  pdf: 'PDF',
  bibtex: 'BibTeX',
  ris: 'RIS',
  'csl-json': 'JSON',
};

const KIND_OF_EXTENSION: Readonly<Record<string, SourceFileKind>> = {
  '.pdf': 'pdf',
  '.bib': 'bibtex',
  '.bibtex': 'bibtex',
  '.ris': 'ris',
  '.json': 'csl-json',
};

/** None, text in general, or the end of a title: `Notes no. 3`. */
const SAYS_NOTHING = /^(\.txt|\.?[^a-z]*)$|\s/;

const ACCEPTED = 'Add a PDF with text, or references as BibTeX, RIS or CSL-JSON.';

function unsupported(what: string): ProblemException {
  return new ProblemException('UNSUPPORTED_FILE', `${what} ${ACCEPTED}`);
}

async function readEnds(path: string): Promise<{ head: Buffer; tail: Buffer }> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(Math.min(HEAD, size));
    const tail = Buffer.alloc(Math.min(TAIL, size));
    await file.read(head, 0, head.length, 0);
    await file.read(tail, 0, tail.length, size - tail.length);
    return { head, tail };
  } finally {
    await file.close();
  }
}

/** Whether the end of a file makes it an archive as well, whatever its beginning says. */
function endsAsZip(tail: Buffer): boolean {
  const record = tail.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (record === -1 || record + 22 > tail.length) return false;
  const commentEnd = record + 22 + tail.readUInt16LE(record + 20);
  return commentEnd === tail.length || record > tail.lastIndexOf('%%EOF', undefined, 'latin1');
}

function utf16Of(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined;
}

const BLANK = new Set([0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf]);

/** Some programs put an empty line or a byte order mark before a PDF; readers step over it. */
function withoutBlankStart(head: Buffer): Buffer {
  const start = head.findIndex((byte) => !BLANK.has(byte));
  return head.subarray(Math.max(start, 0));
}

/** Line feeds, tabs and form feeds are text; other control characters are not. */
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

function textKind(text: string): SourceFileKind {
  const start = text.replace(/^\ufeff/, '').trimStart();
  if (start === '') throw new ProblemException('UNREADABLE_FILE', `The file is empty. ${ACCEPTED}`);
  if (start.startsWith('#!')) throw unsupported('The file is a program.');
  if (BINARY.test(text)) throw unsupported('The file is not of a kind that can be read.');
  if (/^<(?:!doctype html|html|head|body)/i.test(start)) throw unsupported('This is a web page.');
  if (/^[[{]\s*["{}\]]/.test(start)) return 'csl-json';
  if (/^TY {1,3}-/m.test(text)) return 'ris';
  if (/@\s*[a-z]+\s*[{(]/i.test(text)) return 'bibtex';
  throw unsupported('There are no references in the file that could be recognised.');
}

async function kindOf(head: Buffer, tail: Buffer): Promise<SourceFileKind> {
  if (endsAsZip(tail)) throw unsupported('The file is an archive, or carries one.');
  const utf16 = utf16Of(head);
  if (utf16 !== undefined) return textKind(new TextDecoder(utf16).decode(head));
  const detected = await fileTypeFromBuffer(withoutBlankStart(head));
  if (detected === undefined) return textKind(head.toString('utf8'));
  if (detected.mime === 'application/pdf') return 'pdf';
  throw unsupported(`The file is of the type ${detected.ext.toUpperCase()}.`);
}

/**
 * What a file is by its content; its name has to say the same, or nothing of a kind.
 * @throws ProblemException UNSUPPORTED_FILE, UNREADABLE_FILE when it is empty
 */
export async function fileKind(path: string, fileName: string): Promise<SourceFileKind> {
  const { head, tail } = await readEnds(path);
  const kind = await kindOf(head, tail);
  const extension = extname(fileName).toLowerCase();
  const says = KIND_OF_EXTENSION[extension] ?? (SAYS_NOTHING.test(extension) ? kind : undefined);
  if (says === kind) return kind;
  throw unsupported(`The file is named ${extension}, but its content is ${NAMES[kind]}.`);
}
