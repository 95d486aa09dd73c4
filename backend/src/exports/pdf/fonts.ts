import type { TFontDictionary } from 'pdfmake/interfaces';
import {
  ARIMO,
  COUSINE,
  type Faces,
  fontFaces,
  pdfLine,
  singleLine,
  TINOS,
} from '../typography/fonts';

/** In the place of Times New Roman, which is what texts are set in unless told otherwise. */
export const TEXT_FONT = 'Tinos';
export const CODE_FONT = 'Cousine';

const FAMILIES: Readonly<Record<string, Faces>> = {
  [TEXT_FONT]: TINOS,
  Arimo: ARIMO,
  [CODE_FONT]: COUSINE,
};

export const FONTS: TFontDictionary = Object.fromEntries(
  Object.entries(FAMILIES).map(([name, faces]) => [name, { ...faces }]),
);

const FILES: ReadonlySet<string> = new Set(
  Object.values(FAMILIES).flatMap((faces) => Object.values(faces) as string[]),
);

/** pdfmake may open these files and no other. */
export function isFontFile(path: string): boolean {
  return FILES.has(path);
}

/** The embedded family that stands for a typeface. */
export function familyOf(font: string): string {
  const faces = fontFaces(font);
  return Object.keys(FAMILIES).find((name) => FAMILIES[name] === faces) ?? TEXT_FONT;
}

/** pdfmake's line height for a multiple of single spacing in Word. */
export function lineHeight(multiple: number, font: string): number {
  const faces = fontFaces(font);
  return (multiple * singleLine(faces)) / pdfLine(faces);
}
