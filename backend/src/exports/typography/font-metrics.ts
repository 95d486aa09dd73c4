import { FontFile } from './font-file';

const fonts = new Map<string, FontFile>();

/** A font by its file, opened once. */
export function openFont(file: string): FontFile {
  const font = fonts.get(file) ?? new FontFile(file);
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
