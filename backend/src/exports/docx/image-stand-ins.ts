import type { FigureInput } from '../model/figure-input';

const images = new WeakMap<Uint8Array, Uint8Array>();

/**
 * What docx gets for the bytes of an image. It names the file of an image by a digest of them, which takes a
 * thirtieth of an export; ours have one already.
 */
export function standInOf({ sha256 }: FigureInput, data: Uint8Array): Buffer {
  const standIn = Buffer.from(sha256);
  images.set(standIn, data);
  return standIn;
}

/** The image for which `bytes` stand, or they themselves. */
export const imageOf = (bytes: Uint8Array): Uint8Array => images.get(bytes) ?? bytes;
