import { type Font, openSync } from 'fontkit';

const fonts = new Map<string, Font>();

/** A font by its file, opened once. */
export function openFont(file: string): Font {
  const known = fonts.get(file);
  if (known !== undefined) return known;
  const font = openSync(file);
  if ('fonts' in font) throw new Error(`${file} is a collection of fonts`);
  fonts.set(file, font);
  return font;
}

/** As shares of the text size, each above or below zero counted as a height. */
export interface VerticalMetrics {
  ascent: number;
  descent: number;
  lineGap: number;
}

export function verticalMetrics(file: string): VerticalMetrics {
  const { ascent, descent, lineGap, unitsPerEm } = openFont(file);
  return {
    ascent: ascent / unitsPerEm,
    descent: -descent / unitsPerEm,
    lineGap: lineGap / unitsPerEm,
  };
}
