import { Inflate } from 'fflate';
import { earnTime } from '../../../../sandbox/limit-resources';
import { UnreadableFile } from '../../reading';
import type { ArchivePart } from './open-archive';
import { DAMAGED } from './refusals';

const MAX_MEGABYTES = 50;

/** A piece unpacks to a thousand times its size at most, so that none is large before it counts. */
const PIECE = 4096;

/** A fraction of what is unpacked and read in a millisecond. */
const BYTES_A_MS = 20_000;

const TOO_LARGE =
  `The Word file unpacks to more than ${String(MAX_MEGABYTES)} MB. Leave out its pictures, or ` +
  'split it.';

/** What may still be unpacked of one file: what really comes out counts, whatever headers say. */
export class Allowance {
  private left = MAX_MEGABYTES * 1024 * 1024;

  /** @throws UnreadableFile */
  take(bytes: number): void {
    earnTime(Math.ceil(bytes / BYTES_A_MS));
    this.left -= bytes;
    if (this.left < 0) throw new UnreadableFile('UNPACKS_TOO_FAR', TOO_LARGE);
  }
}

function inflate(packed: Uint8Array, onData: (data: Uint8Array) => void): void {
  const stream = new Inflate(onData);
  for (let start = 0; start < packed.length; start += PIECE) {
    stream.push(packed.subarray(start, start + PIECE), start + PIECE >= packed.length);
  }
}

/**
 * Unpacks a part piece by piece.
 * @throws UnreadableFile and whatever `onData` throws
 */
export function unpack(
  { method, packed, size }: ArchivePart,
  allowance: Allowance,
  onData: (data: Uint8Array) => void,
): void {
  let unpacked = 0;
  const count = (data: Uint8Array) => {
    unpacked += data.length;
    allowance.take(data.length);
    onData(data);
  };
  if (method === 0) count(packed);
  else inflatePart(packed, count);
  if (unpacked !== size) throw new UnreadableFile('DAMAGED', DAMAGED);
}

function inflatePart(packed: Uint8Array, onData: (data: Uint8Array) => void): void {
  try {
    inflate(packed, onData);
  } catch (error) {
    throw error instanceof UnreadableFile
      ? error
      : new UnreadableFile('DAMAGED', DAMAGED, { cause: error });
  }
}
