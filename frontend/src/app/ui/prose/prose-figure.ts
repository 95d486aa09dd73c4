import { Component, computed, inject, input } from '@angular/core';
import { ProseContext } from './prose-context';
import { ProseInlines } from './prose-inlines';
import type { ProseBlock } from './prose-model';

/** An image with its number and its caption below. */
@Component({
  selector: 'tg-prose-figure',
  imports: [ProseInlines],
  template: `
    <figure>
      @if (figure()?.url; as url) {
        <img [src]="url" [alt]="alt()" loading="lazy" />
      } @else {
        <p class="tg-prose-missing">{{ alt() || block().key }}</p>
      }
      @if (number() || block().caption.children.length > 0 || figure()?.caption) {
        <figcaption>
          <span class="tg-prose-number" [textContent]="number()"></span>
          @if (block().caption.children.length > 0) {
            <tg-prose-inlines [inlines]="block().caption.children" />
          } @else {
            <span [textContent]="figure()?.caption ?? ''"></span>
          }
        </figcaption>
      }
    </figure>
  `,
})
export class ProseFigure {
  readonly block = input.required<ProseBlock & { kind: 'figure' }>();

  private readonly context = inject(ProseContext);

  protected readonly figure = computed(() => this.context.figure(this.block().key));
  protected readonly number = computed(() => this.context.numberOf(this.block()));
  protected readonly alt = computed(() => this.figure()?.altText || this.figure()?.caption || '');
}
