import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

const NEWLINE = 10;

/** What has passed through. */
export interface Passed {
  /** SHA-256 in hexadecimal. */
  sha256: string;
  bytes: number;
  /** Ended by a newline each: rows, in the text format of COPY, which escapes others. */
  lines: number;
}

/** Lets everything through, and knows at the end what it was. */
export class Digest extends Transform {
  private readonly hash = createHash('sha256');
  private bytes = 0;
  private lines = 0;

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) {
      this.lines += 1;
    }
    done(null, chunk);
  }

  /** Once all has passed; can be asked once. */
  passed(): Passed {
    return { sha256: this.hash.digest('hex'), bytes: this.bytes, lines: this.lines };
  }
}
