import { Injectable, type Signal, type TemplateRef } from '@angular/core';
import type { CitationItem, ProseBlock, ShownFigure } from './prose-model';

/** What a citation is called in the running text. */
export type CitationLabel = (items: readonly CitationItem[]) => string;

/** A citation at its place. */
export interface PlacedCitation {
  items: readonly CitationItem[];
  /** Which cited work of the whole text its first item is, from 0. */
  ordinal: number;
}

/** What may be set behind the label of a citation. */
export interface CitationMarkContext {
  $implicit: PlacedCitation;
}

/** The image of a key; undefined where the document has none. */
export type FigureOf = (key: string) => ShownFigure | undefined;

interface Surroundings {
  citationLabel: Signal<CitationLabel>;
  citationMark: Signal<TemplateRef<CitationMarkContext> | null>;
  /** Begins the ids of citations. */
  anchor: Signal<string>;
  openOrdinal: Signal<number | null>;
  /** Level of a sub-heading, one below the heading that stands over the text. */
  headingLevel: Signal<number>;
  /** What is set in front of the caption of each block that has a number. */
  numbers: Signal<ReadonlyMap<ProseBlock, string>>;
  /** The words for the labels of the document. */
  references: Signal<ReadonlyMap<string, string>>;
  figure: Signal<FigureOf>;
  open(citation: PlacedCitation): void;
}

/** The id of a citation's element in a text with that anchor. */
export const citationId = (anchor: string, ordinal: number): string =>
  `${anchor}-citation-${String(ordinal)}`;

/** Connects what stands deep inside a text with the {@link Prose} around it. */
@Injectable()
export class ProseContext {
  private surroundings?: Surroundings;

  connect(surroundings: Surroundings): void {
    this.surroundings = surroundings;
  }

  labelOf(items: readonly CitationItem[]): string {
    return this.surroundings?.citationLabel()(items) ?? '';
  }

  idOf(ordinal: number): string | null {
    const anchor = this.surroundings?.anchor() ?? '';
    return anchor === '' ? null : citationId(anchor, ordinal);
  }

  /** Null in a text whose citations lead nowhere in particular. */
  isOpen(ordinal: number): boolean | null {
    if (this.idOf(ordinal) === null) return null;
    return this.surroundings?.openOrdinal() === ordinal;
  }

  mark(): TemplateRef<CitationMarkContext> | null {
    return this.surroundings?.citationMark() ?? null;
  }

  headingLevel(): number {
    return this.surroundings?.headingLevel() ?? 3;
  }

  numberOf(block: ProseBlock): string {
    return this.surroundings?.numbers().get(block) ?? '';
  }

  /** What leads nowhere stays as it is written, as in the exported files. */
  referenceOf(label: string): string {
    return this.surroundings?.references().get(label) ?? `@${label}`;
  }

  figure(key: string): ShownFigure | undefined {
    return this.surroundings?.figure()(key);
  }

  open(citation: PlacedCitation): void {
    this.surroundings?.open(citation);
  }
}
