import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/**
 * A ZIP archive of files by their paths: texts are compressed, bytes, which are images, are so already.
 * The same files of the same date always give the same archive.
 */
export async function zipFile(
  files: Iterable<readonly [path: string, content: string | Uint8Array]>,
  date: Date,
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of files) {
    const compress = typeof content === 'string';
    const bytes = compress
      ? Buffer.from(content)
      : Buffer.from(content.buffer, content.byteOffset, content.length);
    zip.addBuffer(bytes, path, { mtime: date, forceDosTimestamp: true, compress });
  }
  zip.end();
  return buffer(zip.outputStream);
}
