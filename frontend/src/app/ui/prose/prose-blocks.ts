import { Component, inject, input } from '@angular/core';
import { ProseContext } from './prose-context';
import { ProseInlines } from './prose-inlines';
import type { ProseBlock } from './prose-model';

/** Paragraphs, quotations, lists and tables, one inside another. */
@Component({
  selector: 'tg-prose-blocks',
  imports: [ProseInlines],
  templateUrl: './prose-blocks.html',
})
export class ProseBlocks {
  readonly blocks = input.required<readonly ProseBlock[]>();

  protected readonly context = inject(ProseContext);
}
