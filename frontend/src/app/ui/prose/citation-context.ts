import { Injectable, type Signal } from '@angular/core';
import type { CitationItem } from './prose-model';

/** What a citation is called in the running text. */
export type CitationLabel = (items: readonly CitationItem[]) => string;

/** Connects the citations deep inside a text with the {@link Prose} around them. */
@Injectable()
export class CitationContext {
  private label?: Signal<CitationLabel>;
  private onOpen?: (items: readonly CitationItem[]) => void;

  connect(label: Signal<CitationLabel>, onOpen: (items: readonly CitationItem[]) => void): void {
    this.label = label;
    this.onOpen = onOpen;
  }

  labelOf(items: readonly CitationItem[]): string {
    return this.label?.()(items) ?? '';
  }

  open(items: readonly CitationItem[]): void {
    this.onOpen?.(items);
  }
}
