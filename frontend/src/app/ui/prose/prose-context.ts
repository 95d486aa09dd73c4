import { Injectable, type Signal } from '@angular/core';
import type { CitationItem } from './prose-model';

/** What a citation is called in the running text. */
export type CitationLabel = (items: readonly CitationItem[]) => string;

interface Surroundings {
  citationLabel: Signal<CitationLabel>;
  /** Level of a sub-heading, one below the heading that stands over the text. */
  headingLevel: Signal<number>;
  open(items: readonly CitationItem[]): void;
}

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

  headingLevel(): number {
    return this.surroundings?.headingLevel() ?? 3;
  }

  open(items: readonly CitationItem[]): void {
    this.surroundings?.open(items);
  }
}
