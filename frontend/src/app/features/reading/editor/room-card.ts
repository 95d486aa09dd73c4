import type { CitationItem } from '../../../ui/prose/prose-model';

/** What is open over the text. */
export type RoomCard =
  /** A source is looked for; with a position for the citation that stands there. */
  | { kind: 'cite'; position: number | null }
  | { kind: 'citation'; position: number; items: CitationItem[] }
  | { kind: 'formula'; position: number | null; tex: string };

/** What of the text is chosen: positions in the editor. */
export interface Chosen {
  from: number;
  to: number;
}

/** Where it stands, from the upper left corner of the text, in CSS pixels. */
export interface CardPlace {
  top: number;
  left: number;
}
