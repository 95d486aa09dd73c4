/** The part of pdfmake 0.3's layout engine that we refine; its types cover only its front. */
declare module 'pdfmake/js/layout' {
  import type { ContentText } from 'pdfmake/interfaces';
  import type { DocumentLanguage } from '../../common';

  export interface FootnoteNode {
    number: number;
    content: ContentText;
  }

  export interface Inline {
    text: string;
    x: number;
    width: number;
    alignment?: string;
    /** No line may end after it. */
    noNewLine?: boolean;
    /** The line ends after it. */
    lineEnd?: boolean;
    noWrap?: boolean | null;
    leadingIndent?: number;
    leadingCut?: number;
    justifyShift?: number;
    /** Ours: dots run from here to the page number. */
    leader?: boolean;
    /** Ours: the space that ends it is not stretched. */
    marker?: boolean;
    /** Ours: the note whose number it is (page-notes.ts). */
    footnote?: FootnoteNode;
    /** Ours: the language that it may be hyphenated in (hyphens.ts). */
    hyphenated?: DocumentLanguage;
    /** Ours: how the page that it names is labelled. */
    labels?: { label(page: number): string };
    _pageRef?: { _nodeRef: { positions?: readonly { pageNumber: number }[] } };
    _pageNodeRef?: object;
    height?: number;
    fontSize?: number;
    font?: EmbeddedFont;
    trailingCut?: number;
    color?: string;
    sup?: boolean;
    sub?: boolean;
    opacity?: number;
    characterSpacing?: number;
    /** Null for none, once it is measured, as the next. */
    link?: string | null;
    linkToDestination?: string | null;
    linkToPage?: number | null;
    decoration?: string | null;
    background?: string | null;
    fontFeatures?: object | null;
    /** Ours: drawn in the place of its text (formulas.ts). */
    formula?: {
      tex: string;
      svg?: string;
      width?: number;
      ascent?: number;
      descent?: number;
    };
  }

  /** The words of a text, and the room that they need. */
  export interface BuiltInlines {
    items: Inline[];
    minWidth: number;
    maxWidth: number;
  }

  export interface Line {
    x?: number;
    y?: number;
    inlines: Inline[];
    newLineForced?: boolean;
    lastLineInParagraph: boolean;
    maxWidth: number;
    inlineWidths: number;
    leadingCut: number;
    addInline(inline: Inline): void;
    id?: string;
    _outline?: object;
    _pageNodeRef?: object;
    getWidth(): number;
    getHeight(): number;
    getAscenderHeight(): number;
  }

  interface Page {
    pageSize: { width: number; height: number };
    pageMargins: { top: number; bottom: number; left: number; right: number };
    items: (
      | { type: 'line'; item: Line }
      | { type: 'vector'; item: LineVector }
      | { type: 'svg'; item: PlacedSvg }
    )[];
  }

  export interface Context {
    y: number;
    page: number;
    pages: Page[];
    availableWidth: number;
    availableHeight: number;
    pageMargins: { top: number };
    getCurrentPage(): Page;
  }

  /** A piece of page that was set apart, such as a row of a table. */
  export interface Fragment {
    items: { type: string; item: unknown }[];
  }

  interface PlacedSvg {
    svg: string;
    font: string;
    x: number;
    y: number;
    _width: number;
    _height: number;
  }

  interface LineVector {
    type: 'line';
    x1: number;
    y1: number;
    x2: number;
    y2: number;
    lineWidth: number;
    lineColor?: string;
    lineCap?: 'round';
    dash?: { length: number; space: number };
  }

  export interface Writer {
    context(): Context;
    /** Contexts under the one of a fragment that is being set. */
    contextStack: Context[];
    /** @returns false when it does not fit on the page */
    addLine(line: Line, ...rest: unknown[]): unknown;
    addFragment(fragment: Fragment, ...rest: unknown[]): unknown;
    moveToNextPage(...rest: unknown[]): void;
    addVector(vector: LineVector, ignoreContextX: boolean, ignoreContextY: boolean): unknown;
  }

  export interface TextNode {
    _inlines?: Inline[];
    /** Ours: see page-breaks.ts. */
    keepTogether?: boolean;
    roomBelow?: number;
  }
}

declare module 'pdfmake/js/LayoutBuilder' {
  import type { Line, TextNode, Writer } from 'pdfmake/js/layout';

  export default class LayoutBuilder {
    writer: Writer;
    docPreprocessor: { preprocessBlock(content: object): object };
    docMeasure: { measureBlock(content: object): TextNode };
    processLeaf(node: TextNode): void;
    addHeadersAndFooters(...rest: unknown[]): void;
    buildNextLine(node: TextNode): Line | null;
  }
}

declare module 'pdfmake/js/ElementWriter' {
  import type { Line, Writer } from 'pdfmake/js/layout';

  export default class ElementWriter implements Writer {
    context: Writer['context'];
    contextStack: Writer['contextStack'];
    addLine: Writer['addLine'];
    addFragment: Writer['addFragment'];
    moveToNextPage: Writer['moveToNextPage'];
    addVector: Writer['addVector'];
    alignLine(line: Line): void;
  }
}

declare module 'pdfmake/js/PageElementWriter' {
  import ElementWriter from 'pdfmake/js/ElementWriter';

  export default class PageElementWriter extends ElementWriter {}
}

declare module 'pdfmake/js/StyleContextStack' {
  export default class StyleContextStack {
    /** What the styles say of a property; undefined or null for nothing. */
    getProperty(property: string): unknown;
  }
}

declare module 'pdfmake/js/TextBreaker' {
  import type StyleContextStack from 'pdfmake/js/StyleContextStack';

  interface Word {
    text: string;
    lineEnd?: boolean;
    noNewLine?: boolean;
  }

  export default class TextBreaker {
    /** @returns the words with what their runs hold beside their text */
    getBreaks<Run extends { text: string }>(
      runs: readonly Run[],
      styles: StyleContextStack,
    ): (Run & Word)[];
  }
}

declare module 'pdfmake/js/TextInlines' {
  import type { BuiltInlines, Inline } from 'pdfmake/js/layout';
  import type StyleContextStack from 'pdfmake/js/StyleContextStack';

  export default class TextInlines {
    /** @param pdf null for measuring with fonts that are known */
    constructor(pdf: null);
    measure(inlines: Inline[], ...rest: unknown[]): Inline[];
    buildInlines(text: unknown, styles: StyleContextStack): BuiltInlines;
    widthOfText(text: string, look: Inline): number;
  }
}

declare module 'pdfmake/js/Renderer' {
  import type { Line } from 'pdfmake/js/layout';
  import type PDFDocument from 'pdfmake/js/PDFDocument';

  export default class Renderer {
    pdfDocument: PDFDocument;
    renderLine(line: Line, x?: number, y?: number): void;
  }
}

declare module 'pdfmake/js/Line' {
  import type { Inline, Line } from 'pdfmake/js/layout';

  export default class PdfLine implements Line {
    inlines: Inline[];
    lastLineInParagraph: boolean;
    getWidth: Line['getWidth'];
    getHeight: Line['getHeight'];
    getAscenderHeight: Line['getAscenderHeight'];
  }
}
