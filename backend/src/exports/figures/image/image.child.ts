import { readFile } from 'node:fs/promises';
import { answerRequest } from '../../../sandbox/answer-request';
import type { ImageKind } from './image-kind';
import { normaliseImage } from './normalise-image';
import type { StoredImage } from './stored-image';
import { UnreadableImage } from './unreadable-image';

/*
 * Decodes one image of a stranger, writes it anew and exits. Decoders of images are native code with
 * a history of faults; here they take nobody with them.
 */

export interface ImageRequest {
  path: string;
  kind: ImageKind;
}

/** A piece of the image's data. */
export type ImagePart = Uint8Array;

export type ImageEnd = Omit<StoredImage, 'data'> | { unreadable: string };

/** 50 million pixels of four bytes, once, and what the decoder itself needs; seconds. */
const LIMITS = { memory: 480 * 1024 * 1024, cpu: { start: 8, most: 8 } };

/** Small enough to be taken in without keeping anybody waiting. */
const PART = 256 * 1024;

answerRequest<ImageRequest, ImagePart, ImageEnd>(LIMITS, async ({ path, kind }, deliver) => {
  try {
    const { data, ...image } = await normaliseImage(await readFile(path), kind);
    for (let at = 0; at < data.length; at += PART) await deliver(data.slice(at, at + PART));
    return image;
  } catch (error) {
    if (error instanceof UnreadableImage) return { unreadable: error.message };
    throw error;
  }
});
