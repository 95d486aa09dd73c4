import type { CitationItem } from '../../../../../backend/src/citations/citation-cluster';

export type { CitationItem };

export interface TextMarks {
  strong: boolean;
  emphasis: boolean;
}

/** A run inside a block. Marks are flat: nested ones come out as runs that carry both. */
export type ProseInline =
  | ({ kind: 'text'; text: string } & TextMarks)
  | { kind: 'code'; text: string }
  | { kind: 'break' }
  | { kind: 'citation'; items: CitationItem[] };

/** The blocks that the text of a section may hold; everything else is shown as plain text. */
export type ProseBlock =
  | { kind: 'paragraph'; children: ProseInline[] }
  | { kind: 'heading'; children: ProseInline[] }
  | { kind: 'quote'; blocks: ProseBlock[] }
  | { kind: 'list'; ordered: boolean; start: number; items: ProseBlock[][] }
  | { kind: 'table'; head: ProseInline[][]; rows: ProseInline[][][] };
