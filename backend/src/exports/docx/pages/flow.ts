/** What a document is to one who only counts its pages; lengths in points. */

export interface FlowNote {
  lines: number;
  height: number;
}

export interface FlowLine {
  height: number;
  /** Of its height, what its spacing adds below its text; it may hang below the page. */
  below: number;
  notes: readonly FlowNote[];
}

export interface FlowParagraph {
  kind: 'paragraph';
  lines: readonly FlowLine[];
  before: number;
  after: number;
  /** On the page of the beginning of what follows. */
  keepNext: boolean;
  /** On one page. */
  keepLines: boolean;
  onNewPage: boolean;
  /** Bookmarks in its first line. */
  marks: readonly string[];
}

export interface FlowRow {
  height: number;
  /** On the page of the next row; the last, of what follows the table. */
  keepNext: boolean;
  notes: readonly FlowNote[];
}

/** Its first row is repeated where it goes on on the next page, and no row is broken. */
export interface FlowTable {
  kind: 'table';
  rows: readonly FlowRow[];
  /** The line that closes the table where a page ends within it. */
  closing: number;
}

export type FlowBlock = FlowParagraph | FlowTable;

/** What begins on a new page, with numbers of its own where they are restarted. */
export interface FlowSection {
  firstNumber: number | null;
  /** It ends in what is no paragraph, below which no space is. */
  endsBare: boolean;
  blocks: readonly FlowBlock[];
}

export interface FlowPage {
  top: number;
  bottom: number;
  /** The line above the notes of a page, with its room. */
  noteRule: number;
}

/** A document that only docx's estimator can lay out. */
export class Uncountable extends Error {}
