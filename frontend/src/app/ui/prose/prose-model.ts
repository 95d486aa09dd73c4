import type { CitationItem } from '../../../../../backend/src/citations/citation-cluster';

export type { CitationItem };

export interface TextMarks {
  strong: boolean;
  emphasis: boolean;
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
  | { kind: 'citation'; items: CitationItem[]; ordinal: number }
  /** Text that lies in one or more ranges; `opens` are those that begin with it. */
  | {
      kind: 'ranged';
      looks: string;
      opens: readonly ProseRange[];
      children: ProseInline[];
    };

/** The blocks that the text of a section may hold; everything else is shown as plain text. */
export type ProseBlock =
  | { kind: 'paragraph'; children: ProseInline[] }
  | { kind: 'heading'; children: ProseInline[] }
  | { kind: 'quote'; blocks: ProseBlock[] }
  | { kind: 'list'; ordered: boolean; start: number; items: ProseBlock[][] }
  | { kind: 'table'; head: ProseInline[][]; rows: ProseInline[][][] };
