import { ProblemException } from '../../../common';

export type ImageKind = 'png' | 'jpeg' | 'svg';

const ACCEPTED = 'Add a PNG, a JPEG or an SVG.';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

const SVG_START =
  /^\ufeff?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^]{0,2000}?-->\s*)*(?:<!DOCTYPE\s+svg\b[^[>]{0,300}>\s*)?(?:<!--[^]{0,2000}?-->\s*)*<(?:svg:)?svg[\s>]/i;

/** Entities could name other files, or grow without end; images need none. */
const ENTITY = /<!ENTITY/i;

/**
 * What a file is by its content; its name says nothing.
 * @throws ProblemException UNSUPPORTED_FILE
 */
export function imageKind(file: Buffer): ImageKind {
  if (file.subarray(0, PNG.length).equals(PNG)) return 'png';
  if (file.subarray(0, JPEG.length).equals(JPEG)) return 'jpeg';
  const text = file.toString('utf8');
  if (SVG_START.test(text.slice(0, 8000)) && !ENTITY.test(text)) return 'svg';
  throw new ProblemException('UNSUPPORTED_FILE', `This is no image that can be set. ${ACCEPTED}`);
}
