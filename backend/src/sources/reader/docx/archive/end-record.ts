const SIGNATURE = 'PK\u0005\u0006';
const LENGTH = 22;

/** The end record of a ZIP lies within this last part (APPNOTE 4.3.16). */
export const TAIL = LENGTH + 65_535;

const at = (tail: Buffer): number => tail.lastIndexOf(SIGNATURE, undefined, 'latin1');

/** Whether the end of a file makes it an archive as well, whatever its beginning says. */
export function endsAsZip(tail: Buffer): boolean {
  const record = at(tail);
  if (record === -1 || record + LENGTH > tail.length) return false;
  const commentEnd = record + LENGTH + tail.readUInt16LE(record + 20);
  return commentEnd === tail.length || record > tail.lastIndexOf('%%EOF', undefined, 'latin1');
}

/** Where an archive says that its directory is. */
export interface EndRecord {
  entries: number;
  start: number;
  end: number;
}

/**
 * The end record of an archive that ends with it: a comment behind it, which no program for texts
 * writes, is room for a second file.
 */
export function endRecordOf(tail: Buffer, fileSize: number): EndRecord | undefined {
  const record = tail.length - LENGTH;
  if (record < 0 || at(tail) !== record) return undefined;
  const size = tail.readUInt32LE(record + 12);
  const start = tail.readUInt32LE(record + 16);
  const end = fileSize - LENGTH;
  // a directory that is elsewhere leaves room for something that only some programs see
  return start + size === end ? { entries: tail.readUInt16LE(record + 10), start, end } : undefined;
}
