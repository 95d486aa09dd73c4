import { dirname, join } from 'node:path';

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
