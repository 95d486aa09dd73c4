import sharp, { type Sharp } from 'sharp';
import type { ImageKind } from './image-kind';
import { rasteriseSvg } from './rasterise-svg';
import { MAX_PIXELS, MAX_SIDE, type StoredImage } from './stored-image';
import { damaged, tooManyPixels, UnreadableImage } from './unreadable-image';

const QUALITY = 88;

/** One thread and no cache: many images one after the other take no more memory than one. */
sharp.concurrency(1);
sharp.cache(false);

const open = (file: Uint8Array) =>
  sharp(file, { limitInputPixels: MAX_PIXELS, failOn: 'warning', pages: 1 });

/** On white, in the colours of screens, upright and without what a camera has noted. */
const plain = (image: Sharp): Sharp =>
  image
    .rotate()
    .resize(MAX_SIDE, MAX_SIDE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .toColourspace('srgb');

async function sizeOf(file: Uint8Array): Promise<{ width: number; height: number }> {
  const { width, height, orientation = 1 } = await open(file).metadata();
  if (width * height > MAX_PIXELS) throw tooManyPixels();
  // Lying on its side
  return orientation > 4 ? { width: height, height: width } : { width, height };
}

async function raster(file: Uint8Array, kind: 'png' | 'jpeg'): Promise<StoredImage> {
  const size = await sizeOf(file);
  const image = plain(open(file));
  const written =
    kind === 'png' ? image.png({ compressionLevel: 9 }) : image.jpeg({ quality: QUALITY });
  const data = new Uint8Array(await written.toBuffer());
  return { data, mediaType: kind === 'png' ? 'image/png' : 'image/jpeg', ...size };
}

/**
 * An image decoded and written anew, of bounded size. It computes: call it in a process of its own.
 * @throws UnreadableImage
 */
export async function normaliseImage(file: Uint8Array, kind: ImageKind): Promise<StoredImage> {
  try {
    if (kind !== 'svg') return await raster(file, kind);
    const { data, width, height } = await rasteriseSvg(Buffer.from(file).toString('utf8'));
    return { ...(await raster(data, 'png')), width, height };
  } catch (error) {
    if (error instanceof UnreadableImage) throw error;
    throw /pixel limit/i.test(String(error)) ? tooManyPixels() : damaged(error);
  }
}
