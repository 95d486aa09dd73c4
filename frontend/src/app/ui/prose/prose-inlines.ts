import { Component, inject, input } from '@angular/core';
import { CitationContext } from './citation-context';
import type { ProseInline } from './prose-model';

/** Runs of text. `textContent` keeps the spaces of the text apart from those of the template. */
@Component({
  selector: 'tg-prose-inlines',
  templateUrl: './prose-inlines.html',
})
export class ProseInlines {
  readonly inlines = input.required<readonly ProseInline[]>();

  protected readonly citations = inject(CitationContext);
}
