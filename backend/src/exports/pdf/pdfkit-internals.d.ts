/** The part of pdfkit's documents and fonts that we refine, as pdfmake hands them on. */
declare module 'pdfmake/js/layout' {
  /** Glyphs in hexadecimal, and where each stands. */
  export type Encoded = [glyphs: string[], positions: GlyphPosition[]];

  /** In thousandths of the size of the font. */
  interface GlyphPosition {
    xAdvance: number;
    xOffset: number;
    yOffset: number;
    /** Without kerning. */
    advanceWidth: number;
  }

  /** pdfkit's font of a document, of which it embeds the glyphs that were encoded. */
  export interface EmbeddedFont {
    id: string;
    ascender: number;
    ref(): object;
    font: {
      hasGlyphForCodePoint(codePoint: number): boolean;
      getGlyph(glyph: number): { advanceWidth: number };
    };
    /** From the font's unit to thousandths of its size. */
    scale: number;
    /** By place in the embedded font: the glyph of the whole font. */
    subset: { glyphs: number[] };
    widths: number[];
    unicode: number[][];
    layout(text: string): { glyphs: { id: number }[]; positions: GlyphPosition[] };
    encode(text: string, features?: unknown): Encoded;
  }

  /** The entries of the information dictionary that we write. */
  export interface DocumentInfo {
    Title?: string;
    Author?: string;
    Creator: string;
    Producer: string;
    CreationDate: Date;
    ModDate: Date;
  }
}

declare module 'pdfmake/js/PDFDocument' {
  import type { DocumentInfo, EmbeddedFont } from 'pdfmake/js/layout';

  export default class PDFDocument {
    page: { fonts: Record<string, object> };
    addContent(operators: string): this;
    fillColor(color: string): this;
    resolveColor(color: string | undefined, otherwise: string): string;
    info: DocumentInfo;
    appendXML(xml: string): void;
    _addInfo(): void;
    provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont;
  }
}
