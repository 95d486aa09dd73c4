import type { Font } from 'fontkit';
import { openFont } from './font-metrics';

/** How wide characters are in one font. */
class FontWidths {
  private readonly font: Font;
  /** Advance of each character, as a share of the text size. */
  private readonly advances = new Map<string, number>();

  constructor(file: string) {
    this.font = openFont(file);
  }

  has(character: string): boolean {
    return this.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
  }

  of(text: string): number {
    let width = 0;
    for (const character of text) width += this.advance(character);
    return width;
  }

  private advance(character: string): number {
    const known = this.advances.get(character);
    if (known !== undefined) return known;
    const glyph = this.font.glyphForCodePoint(character.codePointAt(0) ?? 0);
    const advance = glyph.advanceWidth / this.font.unitsPerEm;
    this.advances.set(character, advance);
    return advance;
  }
}

const opened = new Map<string, FontWidths>();

function opening(fontFile: string): FontWidths {
  const font = opened.get(fontFile) ?? new FontWidths(fontFile);
  opened.set(fontFile, font);
  return font;
}

/** Whether a font can show a character. */
export const hasGlyph = (character: string, fontFile: string): boolean =>
  opening(fontFile).has(character);

/** Width of a text in points, without kerning, as Word sets it. */
export function textWidth(text: string, fontFile: string, size: number): number {
  return opening(fontFile).of(text) * size;
}
