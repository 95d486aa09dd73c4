import type { ImageKind } from './image-kind';
import { normaliseImage } from './normalise-image';
import type { StoredImage } from './stored-image';
import { UnreadableImage } from './unreadable-image';

export interface ImageTask {
  file: Uint8Array;
  kind: ImageKind;
}

/** What cannot be read is passed as data, because an exception loses its class between threads. */
export type ImageAnswer = { image: StoredImage } | { unreadable: string };

/** The entry of the worker thread that {@link ImagePool} keeps. */
export default async function answer({ file, kind }: ImageTask): Promise<ImageAnswer> {
  try {
    return { image: await normaliseImage(file, kind) };
  } catch (error) {
    if (error instanceof UnreadableImage) return { unreadable: error.message };
    throw error;
  }
}
