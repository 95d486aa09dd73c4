import { Zip, ZipPassThrough } from 'fflate';

export interface ZipEntry {
  /** Path within the archive. */
  name: string;
  content: AsyncIterable<Uint8Array>;
}

/**
 * A ZIP archive as it comes into being: no more of it is in memory than one piece of one entry. Not
 * compressed, since that would keep the process from its other work.
 */
export async function* zipStream(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const written: Uint8Array[] = [];
  const zip = new Zip((error, data) => {
    if (error !== null) throw error;
    written.push(data);
  });
  for await (const { name, content } of entries) {
    const file = new ZipPassThrough(name);
    zip.add(file);
    for await (const piece of content) {
      file.push(piece);
      yield* written.splice(0);
    }
    file.push(new Uint8Array(0), true);
    yield* written.splice(0);
  }
  zip.end();
  yield* written.splice(0);
}
