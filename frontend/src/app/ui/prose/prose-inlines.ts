import { Component, inject, input } from '@angular/core';
import { ProseContext } from './prose-context';
import type { CitationItem, ProseInline } from './prose-model';

/**
 * Runs of text. `textContent` keeps the spaces of the text apart from those of the template. A
 * citation is no `<button>`, which would stand in the line as one block and tear it.
 */
@Component({
  selector: 'tg-prose-inlines',
  templateUrl: './prose-inlines.html',
})
export class ProseInlines {
  readonly inlines = input.required<readonly ProseInline[]>();

  protected readonly context = inject(ProseContext);

  protected openBySpace(event: Event, items: readonly CitationItem[]): void {
    event.preventDefault();
    this.context.open(items);
  }
}
