/** The part of pdfmake 0.3's layout engine that we refine; its types cover only its front. */
declare module 'pdfmake/js/layout' {
  export interface Inline {
    text: string;
    x: number;
    width: number;
    alignment?: string;
    leadingIndent?: number;
    leadingCut?: number;
    justifyShift?: number;
    /** Ours: dots run from here to the page number. */
    leader?: boolean;
    /** Ours: the space that ends it is not stretched. */
    marker?: boolean;
    _pageRef?: { _nodeRef: object };
    _pageNodeRef?: object;
  }

  export interface Line {
    x?: number;
    y?: number;
    inlines: Inline[];
    newLineForced?: boolean;
    lastLineInParagraph: boolean;
    getWidth(): number;
    getHeight(): number;
    getAscenderHeight(): number;
  }

  export interface Context {
    y: number;
    availableWidth: number;
    availableHeight: number;
    pageMargins: { top: number };
  }

  interface LineVector {
    type: 'line';
    x1: number;
    y1: number;
    x2: number;
    y2: number;
    lineWidth: number;
    lineCap: 'round';
    dash: { length: number; space: number };
  }

  export interface Writer {
    context(): Context;
    addLine(line: Line): unknown;
    moveToNextPage(): void;
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
    processLeaf(node: TextNode): void;
    buildNextLine(node: TextNode): Line | null;
  }
}

declare module 'pdfmake/js/ElementWriter' {
  import type { Line, Writer } from 'pdfmake/js/layout';

  export default class ElementWriter implements Writer {
    context: Writer['context'];
    addLine: Writer['addLine'];
    moveToNextPage: Writer['moveToNextPage'];
    addVector: Writer['addVector'];
    alignLine(line: Line): void;
  }
}
