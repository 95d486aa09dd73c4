import { UnreadableFile } from '../../reading';
import { DAMAGED } from './refusals';
import { type ArchiveEntry, entriesOf } from './directory';
import { endRecordOf } from './end-record';

const MAX_ENTRIES = 2000;
const HEADER = 0x04034b50;
const HEADER_LENGTH = 30;
/** What may follow an entry: its sizes once more (APPNOTE 4.3.9). */
const DESCRIPTOR = 24;
const STORED = 0;
const DEFLATED = 8;

const PROTECTED =
  'The Word file is protected by a password. Save a copy without one, then add that.';
const MANY = 'The Word file has too many parts. Leave out its pictures, or save it as a PDF.';

/** An entry with its bytes as they are in the archive. */
export interface ArchivePart extends ArchiveEntry {
  packed: Uint8Array;
}

/** Whoever reads headers and whoever reads the directory have to see the same name and method. */
function partOf(data: Buffer, entry: ArchiveEntry, limit: number): ArchivePart {
  const { offset, name, method, packedSize } = entry;
  if (entry.encrypted) throw new UnreadableFile('ENCRYPTED', PROTECTED);
  const headed = offset + HEADER_LENGTH <= limit && data.readUInt32LE(offset) === HEADER;
  if (!headed || (method !== STORED && method !== DEFLATED))
    throw new UnreadableFile('DAMAGED', DAMAGED);
  const nameStart = offset + HEADER_LENGTH;
  const nameEnd = nameStart + data.readUInt16LE(offset + 26);
  const start = nameEnd + data.readUInt16LE(offset + 28);
  const same =
    data.toString('utf8', nameStart, nameEnd) === name && data.readUInt16LE(offset + 8) === method;
  if (!same || start + packedSize > limit) throw new UnreadableFile('DAMAGED', DAMAGED);
  return { ...entry, packed: data.subarray(start, start + packedSize) };
}

/** Parts that lie one behind the other from the first byte on hide nothing, and share nothing. */
function assertGapless(data: Buffer, parts: readonly ArchivePart[], end: number): void {
  let last = 0;
  for (const { offset, packed } of parts) {
    const gap = offset - last;
    if (gap < 0 || gap > (last === 0 ? 0 : DESCRIPTOR))
      throw new UnreadableFile('DAMAGED', DAMAGED);
    last = packed.byteOffset - data.byteOffset + packed.length;
  }
  if (end - last > DESCRIPTOR) throw new UnreadableFile('DAMAGED', DAMAGED);
}

/**
 * The parts of an archive, of which nothing is unpacked yet.
 * @throws UnreadableFile
 */
export function openArchive(data: Buffer): ReadonlyMap<string, ArchivePart> {
  const record = endRecordOf(data, data.length);
  if (record === undefined) throw new UnreadableFile('DAMAGED', DAMAGED);
  if (record.entries > MAX_ENTRIES) throw new UnreadableFile('TOO_MANY_PARTS', MANY);
  const entries = entriesOf(data.subarray(record.start, record.end), record);
  if (entries === undefined) throw new UnreadableFile('DAMAGED', DAMAGED);
  const inOrder = entries.toSorted((one, other) => one.offset - other.offset);
  const parts = inOrder.map((entry) => partOf(data, entry, record.start));
  assertGapless(data, parts, record.start);
  const names = new Set(parts.map(({ name }) => name.toLowerCase()));
  if (names.size !== parts.length) throw new UnreadableFile('DAMAGED', DAMAGED);
  return new Map(parts.map((part) => [part.name, part]));
}
