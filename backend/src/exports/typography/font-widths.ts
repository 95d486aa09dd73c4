import type { FontFile } from './font-file';
import { openFont } from './font-metrics';

/** Characters up to here, Latin, Greek and Cyrillic, are looked up by their codes. */
const COMMON = 0x530;

/** How wide characters are in one font. */
class FontWidths {
  private readonly font: FontFile;
  /** Advance of each code point as a share of the text size; not a number for what was not asked yet. */
  private readonly common = new Float64Array(COMMON).fill(Number.NaN);
  private readonly others = new Map<number, number>();

  constructor(file: string) {
    this.font = openFont(file);
  }

  has(character: string): boolean {
    return this.font.has(character.codePointAt(0) ?? 0);
  }

  of(text: string): number {
    let width = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.codePointAt(at) ?? 0;
      width += this.advance(code);
      if (code > 0xffff) at += 1;
    }
    return width;
  }

  /** Of a code point, as a share of the text size. */
  advance(code: number): number {
    const known = code < COMMON ? this.common[code] : this.others.get(code);
    if (known !== undefined && !Number.isNaN(known)) return known;
    const advance = this.font.advance(code) / this.font.unitsPerEm;
    if (code < COMMON) this.common[code] = advance;
    else this.others.set(code, advance);
    return advance;
  }
}

const opened = new Map<string, FontWidths>();

/** The widths of a font by its file. */
export function fontWidths(fontFile: string): FontWidths {
  const font = opened.get(fontFile) ?? new FontWidths(fontFile);
  opened.set(fontFile, font);
  return font;
}

/** Whether a font can show a character. */
export const hasGlyph = (character: string, fontFile: string): boolean =>
  fontWidths(fontFile).has(character);

/** Width of a text in points, without kerning, as Word sets it. */
export function textWidth(text: string, fontFile: string, size: number): number {
  return fontWidths(fontFile).of(text) * size;
}
