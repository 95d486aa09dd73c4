import { Component, inject, input } from '@angular/core';
import { Formula } from './formula';
import { ProseContext } from './prose-context';
import { ProseFigure } from './prose-figure';
import { ProseInlines } from './prose-inlines';
import type { ProseBlock } from './prose-model';

/** Paragraphs, quotations, lists, tables and figures, one inside another. */
@Component({
  selector: 'tg-prose-blocks',
  imports: [Formula, ProseFigure, ProseInlines],
  templateUrl: './prose-blocks.html',
})
export class ProseBlocks {
  readonly blocks = input.required<readonly ProseBlock[]>();

  protected readonly context = inject(ProseContext);
}
