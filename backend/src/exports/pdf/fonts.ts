import type { TFontDictionary } from 'pdfmake/interfaces';
import { COUSINE, TINOS } from '../fonts';

export const TEXT_FONT = 'Tinos';
export const CODE_FONT = 'Cousine';

export const FONTS: TFontDictionary = { [TEXT_FONT]: { ...TINOS }, [CODE_FONT]: { ...COUSINE } };

const FILES: ReadonlySet<string> = new Set([...Object.values(TINOS), ...Object.values(COUSINE)]);

/** pdfmake may open these files and no other. */
export function isFontFile(path: string): boolean {
  return FILES.has(path);
}

/** Single spacing of Times New Roman, and the height that pdfkit gives a line, for one point. */
const WORD_LINE = 1.149;
const PDFKIT_LINE = 1.107;

/** pdfmake's line height for a multiple of single spacing in Word. */
export const lineHeight = (multiple: number): number => (multiple * WORD_LINE) / PDFKIT_LINE;
