import { NgTemplateOutlet } from '@angular/common';
import { Component, inject, input } from '@angular/core';
import { Formula } from './formula';
import { type PlacedCitation, ProseContext } from './prose-context';
import type { ProseInline, ProseRange } from './prose-model';

/**
 * Runs of text. `textContent` keeps the spaces of the text apart from those of the template. A
 * citation is no `<button>`, which would stand in the line as one block and tear it.
 */
@Component({
  selector: 'tg-prose-inlines',
  imports: [Formula, NgTemplateOutlet],
  templateUrl: './prose-inlines.html',
})
export class ProseInlines {
  readonly inlines = input.required<readonly ProseInline[]>();

  protected readonly context = inject(ProseContext);

  protected openBySpace(event: Event, citation: PlacedCitation): void {
    event.preventDefault();
    this.context.open(citation);
  }

  protected idOf(opens: readonly ProseRange[]): string | null {
    return opens.find(({ id }) => id !== undefined)?.id ?? null;
  }
}
