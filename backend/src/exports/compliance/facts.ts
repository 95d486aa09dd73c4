import type { CaptionKind, ModelPart } from '../model/document-model';

/** A value that was found in a file, how often, and where first. */
export interface Observed<Value> {
  value: Value;
  count: number;
  /** For a person: a page, or the words that stand there. */
  where: string;
}

/** In points. */
export interface Geometry {
  width: number;
  height: number;
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export interface HeadingFacts {
  where: string;
  /** As it stands in the file, with its number. */
  text: string;
  level: 1 | 2;
  /** Whether it is one of a section, which are numbered. */
  isSection: boolean;
  size: number;
  bold: boolean;
  capitals: boolean;
  /** Those that it can be seen as: a heading as wide as the text has no side. */
  alignments: readonly ('left' | 'center' | 'right')[];
  onNewPage: boolean;
}

export interface NumberFacts {
  /** As `bottom_center`. */
  positions: readonly Observed<string>[];
  onTitlePage: boolean;
  /** Null when nothing stands before the body. */
  onFront: boolean | null;
  onBody: boolean;
  /** Null when nothing stands before the body. */
  roman: boolean | null;
}

export interface CaptionFacts {
  kind: CaptionKind;
  position: 'above' | 'below';
  /** As it stands there, as `2.1`. */
  number: string;
  where: string;
}

/** What a finished file shows of its form, read back from the file alone. */
export interface FileFacts {
  /** How far a measure may be off by the way it is taken, in points, and the share of outliers. */
  precision: { points: number; share: number };
  geometry: readonly Observed<Geometry>[];
  /** Edges at which the measures say only that no text stands farther out. */
  openEdges: ReadonlySet<'top' | 'right' | 'bottom' | 'left'>;
  fonts: readonly Observed<string>[];
  bodySizes: readonly Observed<number>[];
  noteSizes: readonly Observed<number>[];
  tableSizes: readonly Observed<number>[];
  /** Multiples of single spacing. */
  lineSpacings: readonly Observed<number>[];
  indents: readonly Observed<number>[];
  alignments: readonly Observed<'justified' | 'left'>[];
  headings: readonly HeadingFacts[];
  numbers: NumberFacts;
  /** Null where they are not all found. */
  captions: readonly CaptionFacts[] | null;
  parts: readonly ModelPart[];
  titlePage: string;
  body: string;
  text: string;
  /** Of the body; null where that is up to the program that shows the file. */
  bodyPages: number | null;
}

/** Where lines break is no part of what a text says. */
export const squeezed = (text: string): string => text.normalize('NFC').replace(/[\s\u00AD]+/g, '');

/** Equal values counted together, each with the place of the first. */
export function tally<Value>(found: Iterable<{ value: Value; where: string }>): Observed<Value>[] {
  const byKey = new Map<string, Observed<Value>>();
  for (const { value, where } of found) {
    const key = JSON.stringify(value);
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, { value, where, count: 1 });
    else known.count += 1;
  }
  return [...byKey.values()].sort((a, b) => b.count - a.count);
}
