import { Component, computed, inject, input, output } from '@angular/core';
import { parseProse } from './parse-prose';
import { ProseBlocks } from './prose-blocks';
import { type CitationLabel, ProseContext } from './prose-context';
import type { CitationItem } from './prose-model';

/**
 * The stored Markdown of a section, set as text. A citation is a button that can be opened.
 *
 * @example <tg-prose [markdown]="section.content" [citationLabel]="label" (cited)="show($event)" />
 */
@Component({
  selector: 'tg-prose',
  imports: [ProseBlocks],
  template: '<tg-prose-blocks [blocks]="blocks()" />',
  host: { class: 'tg-prose' },
  providers: [ProseContext],
})
export class Prose {
  readonly markdown = input.required<string>();
  readonly citationLabel = input.required<CitationLabel>();
  readonly headingLevel = input(3);
  readonly cited = output<readonly CitationItem[]>();

  protected readonly blocks = computed(() => parseProse(this.markdown()));

  constructor() {
    inject(ProseContext).connect({
      citationLabel: this.citationLabel,
      headingLevel: this.headingLevel,
      open: (items) => {
        this.cited.emit(items);
      },
    });
  }
}
