import { Component, input, output } from '@angular/core';
import { Button } from '../button/button';
import { ToolButton } from '../tool-button/tool-button';
import type { PdfLabels } from './pdf-labels';

/** Where one is in a file, how large it is, and the way to its words. */
@Component({
  selector: 'tg-pdf-toolbar',
  imports: [Button, ToolButton],
  template: `
    <div class="tg-pdf-tools">
      <button
        tgToolButton
        icon="up"
        [label]="labels().previousPage"
        [tip]="labels().previousPage"
        [disabled]="page() <= 1"
        (click)="goTo.emit(page() - 1)"
      ></button>
      <button
        tgToolButton
        icon="down"
        [label]="labels().nextPage"
        [tip]="labels().nextPage"
        [disabled]="page() >= pageCount()"
        (click)="goTo.emit(page() + 1)"
      ></button>
      <input
        #field
        class="tg-control tg-pdf-page-field"
        inputmode="numeric"
        autocomplete="off"
        [attr.aria-label]="labels().pageField"
        [value]="page()"
        (change)="choose(field)"
      />
      <span class="tg-pdf-total">{{ labels().pageTotal(pageCount()) }}</span>
    </div>
    <div class="tg-pdf-tools">
      <button
        tgToolButton
        icon="minus"
        [label]="labels().zoomOut"
        [tip]="labels().zoomOut"
        (click)="zoomBy.emit(-1)"
      ></button>
      <button tgButton="quiet" type="button" class="tg-pdf-zoom" (click)="zoomBy.emit(0)">
        {{ labels().percent(zoom()) }}
        <span class="visually-hidden">{{ labels().fitWidth }}</span>
      </button>
      <button
        tgToolButton
        icon="add"
        [label]="labels().zoomIn"
        [tip]="labels().zoomIn"
        (click)="zoomBy.emit(1)"
      ></button>
      <button
        tgToolButton
        icon="search"
        [label]="labels().find"
        [tip]="labels().find"
        (click)="find.emit()"
      ></button>
    </div>
  `,
  host: { class: 'tg-pdf-toolbar' },
})
export class PdfToolbar {
  readonly labels = input.required<PdfLabels>();
  readonly page = input.required<number>();
  readonly pageCount = input.required<number>();
  /** 1 is the full width. */
  readonly zoom = input.required<number>();
  readonly goTo = output<number>();
  /** One step larger or smaller; 0 is back to the full width. */
  readonly zoomBy = output<-1 | 0 | 1>();
  readonly find = output();

  /** What is no page leaves the field as it was. */
  protected choose(field: HTMLInputElement): void {
    const page = Number(field.value);
    if (Number.isInteger(page) && page >= 1 && page <= this.pageCount()) this.goTo.emit(page);
    else field.value = String(this.page());
  }
}
