import { dirname, join } from 'node:path';
import { verticalMetrics } from './font-metrics';

/** The files of one typeface. */
export interface Faces {
  normal: string;
  italics: string;
  bold: string;
  bolditalics: string;
}

function faces(name: string): Faces {
  const directory = dirname(
    require.resolve(`@expo-google-fonts/${name.toLowerCase()}/package.json`),
  );
  const face = (variant: string) => join(directory, variant, `${name}_${variant}.ttf`);
  return {
    normal: face('400Regular'),
    italics: face('400Regular_Italic'),
    bold: face('700Bold'),
    bolditalics: face('700Bold_Italic'),
  };
}

/** As wide as Times New Roman, letter for letter, with Latin, Cyrillic and Greek (OFL 1.1). */
export const TINOS = faces('Tinos');

/** As wide as Courier New (OFL 1.1). */
export const COUSINE = faces('Cousine');

/** As wide as Arial, and Helvetica (OFL 1.1). */
export const ARIMO = faces('Arimo');

/** The open typeface that is as wide as a named one. */
const SUBSTITUTES: Readonly<Record<string, Faces>> = {
  'Times New Roman': TINOS,
  Arial: ARIMO,
  Helvetica: ARIMO,
  'Courier New': COUSINE,
};

export const fontFaces = (name: string): Faces => SUBSTITUTES[name] ?? TINOS;

/** Height of a line at single spacing in Word, for one point of size. */
export function singleLine({ normal }: Faces): number {
  const { ascent, descent, lineGap } = verticalMetrics(normal);
  return ascent + descent + lineGap;
}

/** Height that pdfkit gives a line, for one point of size. */
export function pdfLine({ normal }: Faces): number {
  const { ascent, descent } = verticalMetrics(normal);
  return ascent + descent;
}
