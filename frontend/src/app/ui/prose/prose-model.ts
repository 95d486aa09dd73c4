import type { CitationItem } from '../../../../../backend/src/citations/citation-cluster';

export type { CitationItem };

export interface TextMarks {
  strong: boolean;
  emphasis: boolean;
  /** BCP 47 tag of a passage in another language than the document's. */
  language?: string;
}

/** A part of the stored text that is to look different, such as what one hand wrote. */
export interface ProseRange {
  /** In UTF-16 code units of the Markdown. */
  start: number;
  /** Exclusive. */
  end: number;
  /** Ends the class name: `tg-range-person`. */
  look: string;
  /** Read out where the range begins, for those who do not see its look. */
  label?: string;
  /** Id of an element at its beginning, which can be given the focus. */
  id?: string;
}

/** A run inside a block. Marks are flat: nested ones come out as runs that carry both. */
export type ProseInline =
  | ({ kind: 'text'; text: string } & TextMarks)
  | { kind: 'code'; text: string }
  | { kind: 'break' }
  /** `ordinal`: which cited work of the whole text its first item is, from 0. */
  | {
      kind: 'citation';
      items: CitationItem[];
      ordinal: number;
      /** Its Markdown, where that is not what the server would write. */
      written?: string;
    }
  /** TeX within a line. */
  | { kind: 'formula'; tex: string; display: boolean }
  /** A mention of a figure, a table, a section or a formula by its label, such as `fig:key`. */
  | { kind: 'reference'; label: string }
  /** Text that lies in one or more ranges; `opens` are those that begin with it. */
  | {
      kind: 'ranged';
      looks: string;
      opens: readonly ProseRange[];
      children: ProseInline[];
    };

/** What is said of a figure or a table. */
export interface ProseCaption {
  children: ProseInline[];
  /** What references call it, such as `fig:key`; null for none. */
  label: string | null;
}

/** The blocks that the text of a section may hold; everything else is shown as plain text. */
export type ProseBlock =
  | { kind: 'paragraph'; children: ProseInline[] }
  /** `level` as written, from 1. */
  | { kind: 'heading'; children: ProseInline[]; level: number; label?: string }
  | { kind: 'quote'; blocks: ProseBlock[] }
  | { kind: 'list'; ordered: boolean; start: number; items: ProseBlock[][] }
  | ProseTable
  | { kind: 'code'; text: string; info: string }
  /** A formula that stands alone on its lines. */
  | { kind: 'formula'; tex: string; label: string | null }
  | { kind: 'figure'; key: string; caption: ProseCaption };

export type ColumnAlignment = 'left' | 'center' | 'right' | null;

export interface ProseTable {
  kind: 'table';
  head: ProseInline[][];
  rows: ProseInline[][][];
  /** Only where a column asks for one. */
  alignments?: ColumnAlignment[];
  /** Only where there is one; `label` is null without. */
  caption?: ProseCaption;
}

/** An image as the document keeps it. */
export interface ShownFigure {
  /** Null while it is on its way. */
  url: string | null;
  altText: string;
  /** Shown where the text gives none. */
  caption: string;
}
