import { Component, input } from '@angular/core';
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
}
