import type { EndRecord } from './end-record';

/** What the directory says of one file in an archive; none of it is to be trusted. */
export interface ArchiveEntry {
  name: string;
  encrypted: boolean;
  method: number;
  packedSize: number;
  size: number;
  /** Where its own header is. */
  offset: number;
}

const SIGNATURE = 0x02014b50;
const LENGTH = 46;
/** Encrypted, strongly encrypted, with an encrypted directory (APPNOTE 4.4.4). */
const ENCRYPTED = 0x0001 | 0x0040 | 0x2000;

function entryAt(directory: Buffer, at: number): { entry: ArchiveEntry; next: number } | undefined {
  if (at + LENGTH > directory.length || directory.readUInt32LE(at) !== SIGNATURE) return undefined;
  const nameEnd = at + LENGTH + directory.readUInt16LE(at + 28);
  const next = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  if (next > directory.length) return undefined;
  const entry = {
    name: directory.toString('utf8', at + LENGTH, nameEnd),
    encrypted: (directory.readUInt16LE(at + 8) & ENCRYPTED) !== 0,
    method: directory.readUInt16LE(at + 10),
    packedSize: directory.readUInt32LE(at + 20),
    size: directory.readUInt32LE(at + 24),
    offset: directory.readUInt32LE(at + 42),
  };
  return { entry, next };
}

/** All entries, or undefined where the directory is not exactly what the end record says. */
export function entriesOf(directory: Buffer, { entries }: EndRecord): ArchiveEntry[] | undefined {
  const found: ArchiveEntry[] = [];
  let at = 0;
  while (at < directory.length) {
    const read = entryAt(directory, at);
    if (read === undefined) return undefined;
    found.push(read.entry);
    at = read.next;
  }
  return found.length === entries ? found : undefined;
}

/** Whether an archive with these entries is a document of Word, or means to be one. */
export function isWordDocument(entries: readonly ArchiveEntry[]): boolean {
  const names = entries.map(({ name }) => name);
  return (
    names.includes('[Content_Types].xml') && names.some((name) => /^word\/.*\.xml$/.test(name))
  );
}
