import PDFDocument from 'pdfmake/js/PDFDocument';
import type { EmbeddedFont, Encoded } from 'pdfmake/js/layout';
import { SOFT_HYPHEN } from '../typography/hyphenation';

/** With the selector of its look, which is no sign of its own. */
const CHARACTER = /.[\uFE00-\uFE0F]?/gsu;

const hex = (glyph: number): string => glyph.toString(16).padStart(4, '0');

/** Signs that a font does not have, each drawn as an empty box and read as what it is. */
class MissingSigns {
  private readonly glyphs = new Map<string, number>();
  /** Texts that were found to miss nothing: words come again and again. */
  private readonly complete = new Set<string>();

  constructor(
    private readonly font: EmbeddedFont,
    private readonly encode: EmbeddedFont['encode'],
  ) {
    // pdfkit leaves the width of the first glyph in the font's own unit
    font.widths[0] = font.font.getGlyph(0).advanceWidth * font.scale;
  }

  encoded(text: string, features: unknown): Encoded {
    if (!text.endsWith(SOFT_HYPHEN)) return this.withoutHyphen(text, features);
    const [glyphs, positions] = this.withoutHyphen(text.slice(0, -1), features);
    const [hyphen, place] = this.softHyphen();
    return [
      [...glyphs, ...hyphen],
      [...positions, ...place],
    ];
  }

  /** Drawn as a hyphen, and read as one that is there only because a line ends. */
  private softHyphen(): Encoded {
    const { glyphs, positions } = this.font.layout('-');
    const [{ id = 0 } = {}] = glyphs;
    return [positions.map(() => hex(this.glyph(SOFT_HYPHEN, id))), positions];
  }

  private withoutHyphen(text: string, features: unknown): Encoded {
    if (this.complete.has(text)) return this.encode(text, features);
    const parts = this.parts(text);
    if (!parts.some((part) => this.isMissing(part))) {
      this.complete.add(text);
      return this.encode(text, features);
    }
    const encoded = parts.map((part) =>
      this.isMissing(part) ? this.box(part) : this.encode(part, features),
    );
    return [encoded.flatMap(([glyphs]) => glyphs), encoded.flatMap(([, positions]) => positions)];
  }

  private isMissing(text: string): boolean {
    return !this.font.font.hasGlyphForCodePoint(text.codePointAt(0) ?? 0);
  }

  /** The text in pieces, each of signs that the font has or a single one that it has not. */
  private parts(text: string): string[] {
    const parts: string[] = [];
    let open = false;
    for (const [character] of text.matchAll(CHARACTER)) {
      const missing = this.isMissing(character);
      if (!missing && open) parts[parts.length - 1] += character;
      else parts.push(character);
      open = !missing;
    }
    return parts;
  }

  private box(character: string): Encoded {
    const { positions } = this.font.layout(character);
    return [positions.map(() => hex(this.glyph(character))), positions];
  }

  /**
   * A glyph of its own for each sign: the first, `.notdef`, may not be shown (ISO 19005-2, 6.2.11.8).
   * @param drawn the one of the font that it looks like
   */
  private glyph(character: string, drawn = 0): number {
    const { subset, widths, unicode, font, scale } = this.font;
    const known = this.glyphs.get(character) ?? subset.glyphs.push(drawn) - 1;
    this.glyphs.set(character, known);
    widths[known] = font.getGlyph(drawn).advanceWidth * scale;
    unicode[known] = Array.from(character, (sign) => sign.codePointAt(0) ?? 0);
    return known;
  }
}

const refined = new WeakSet<EmbeddedFont>();

export function installMissingGlyphs(): void {
  const { provideFont } = PDFDocument.prototype;
  PDFDocument.prototype.provideFont = function (this: PDFDocument, ...names): EmbeddedFont {
    const font = provideFont.apply(this, names);
    if (refined.has(font)) return font;
    refined.add(font);
    const signs = new MissingSigns(font, font.encode.bind(font));
    font.encode = (text, features) => signs.encoded(text, features);
    return font;
  };
}
