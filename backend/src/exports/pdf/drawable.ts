import { hasGlyph } from '../font-widths';
import { fontFaces } from '../fonts';

const CHARACTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** White square: what readers know as the place of a character that a typeface lacks. */
const BOX = '\u25A1';

/** Nearly every text has nothing else. */
const USUAL = /^[\u0020-\u024F\u0370-\u052F\u2010-\u2027\u2030-\u205E\n]*$/;

const isDrawable = (character: string, file: string) =>
  [...character.normalize('NFC')].every((one) => /\s|\p{Cf}/u.test(one) || hasGlyph(one, file));

/**
 * A text with a box for each character that its typeface does not have, such as an emoji: what pdfkit
 * draws for these has no width and lies over the text that follows.
 */
export function drawable(text: string, font: string): string {
  if (USUAL.test(text)) return text;
  const { normal } = fontFaces(font);
  return [...CHARACTERS.segment(text)]
    .map(({ segment }) => (isDrawable(segment, normal) ? segment : BOX))
    .join('');
}
