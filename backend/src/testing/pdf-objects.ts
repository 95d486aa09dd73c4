import { inflateSync } from 'node:zlib';

export interface PdfObject {
  /** As it is written, without its stream. */
  dictionary: string;
  /** Unpacked. */
  stream: Buffer | null;
}

export interface PdfFile {
  objects: ReadonlyMap<number, PdfObject>;
  /** The trailer's dictionary. */
  trailer: string;
}

function streamOf(file: Buffer, dictionary: string, start: number): Buffer {
  const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
  const packed = file.subarray(start, start + length);
  const end = file.subarray(start + length, start + length + 11).toString('latin1');
  if (end !== '\n\nendstream' && !end.startsWith('\nendstream')) {
    throw new Error(`a stream is not ${String(length)} bytes long`);
  }
  return dictionary.includes('/FlateDecode') ? inflateSync(packed) : packed;
}

/** The objects of a PDF, each at the place that its table of cross-references names. */
export function pdfObjects(file: Buffer): PdfFile {
  const text = file.toString('latin1');
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const [rows = '', trailer = ''] = text.slice(table).split('trailer\n');
  const objects = new Map<number, PdfObject>();
  for (const [, offset] of rows.matchAll(/^(\d{10}) 00000 n $/gm)) {
    const at = Number(offset);
    const [head, id] = /^(\d+) 0 obj\n/.exec(text.slice(at, at + 20)) ?? [];
    if (head === undefined) throw new Error(`no object begins at ${String(at)}`);
    const end = text.indexOf('endobj\n', at);
    const streamAt = text.indexOf('\nstream\n', at);
    const hasStream = streamAt !== -1 && streamAt < end;
    const dictionary = text.slice(at + head.length, hasStream ? streamAt : end);
    const stream = hasStream ? streamOf(file, dictionary, streamAt + '\nstream\n'.length) : null;
    objects.set(Number(id), { dictionary, stream });
  }
  return { objects, trailer };
}

/** The object that a dictionary's entry refers to. */
export function referred({ objects }: PdfFile, dictionary: string, entry: string): PdfObject {
  const [, id] = new RegExp(`/${entry} \\[?(\\d+) 0 R`).exec(dictionary) ?? [];
  const object = objects.get(Number(id));
  if (object === undefined) throw new Error(`/${entry} refers to nothing`);
  return object;
}

/** A string of a PDF: in UTF-16 where it begins with the mark of that, else in ASCII. */
export function pdfString(written: string): string {
  const literal = /^\((.*)\)\s*$/s.exec(written)?.[1] ?? '';
  const bytes = literal.replace(/\\([nrtbf()\\])/g, (_, sign: string) => {
    const controls: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
    return controls[sign] ?? sign;
  });
  if (!bytes.startsWith('\xFE\xFF')) return bytes;
  return Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le');
}
