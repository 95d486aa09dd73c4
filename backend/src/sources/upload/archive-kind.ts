import type { FileHandle } from 'node:fs/promises';
import { ProblemException } from '../../common';
import { entriesOf, isWordDocument } from '../reader/docx/archive/directory';
import { endRecordOf } from '../reader/docx/archive/end-record';
import { DAMAGED } from '../reader/docx/archive/refusals';
import { unsupported } from './accepted';

/** Of the names of some thousand parts. */
const MAX_DIRECTORY = 1024 * 1024;

const PROTECTED =
  'The Word file is protected by a password, or in the format of old versions. Save it as DOCX ' +
  'without a password, then add that.';

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');

const startsWith = (head: Buffer, mark: Buffer) => head.subarray(0, mark.length).equals(mark);

async function holdsWordDocument(file: FileHandle, tail: Buffer, size: number): Promise<boolean> {
  const record = endRecordOf(tail, size);
  if (record === undefined || record.end - record.start > MAX_DIRECTORY) return false;
  const directory = Buffer.alloc(record.end - record.start);
  await file.read(directory, 0, directory.length, record.start);
  return isWordDocument(entriesOf(directory, record) ?? []);
}

export interface OpenUpload {
  file: FileHandle;
  size: number;
  head: Buffer;
  tail: Buffer;
  /** Of its name, in lower case. */
  extension: string;
  /** What is taken, for the message about what is not. */
  accepted: string;
}

/**
 * Whether a file is an archive that is a Word document, by its directory; nothing is unpacked.
 * @throws ProblemException UNREADABLE_FILE for what is named one and is locked or breaks off,
 *   UNSUPPORTED_FILE for other archives
 */
export async function isDocx({
  file,
  size,
  head,
  tail,
  extension,
  accepted,
}: OpenUpload): Promise<boolean> {
  const named = extension === '.docx';
  if (named && startsWith(head, COMPOUND)) {
    throw new ProblemException('UNREADABLE_FILE', PROTECTED, { reason: 'OLD_WORD' });
  }
  if (!startsWith(head, ZIP)) return false;
  if (await holdsWordDocument(file, tail, size)) return true;
  if (named && endRecordOf(tail, size) === undefined) {
    throw new ProblemException('UNREADABLE_FILE', DAMAGED, { reason: 'DAMAGED' });
  }
  throw unsupported('ARCHIVE', 'The file is an archive, or carries one.', accepted);
}
