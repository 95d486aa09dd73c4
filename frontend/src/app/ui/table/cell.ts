import { Directive, inject, input, TemplateRef } from '@angular/core';

interface CellContext<Row> {
  $implicit: Row;
}

/**
 * What the cells of a column of the surrounding table hold, where that is more than a text.
 *
 * @example <ng-container *tgCell="'state'; of: list; let user">…</ng-container>
 */
@Directive({ selector: '[tgCell]' })
export class Cell<Row> {
  /** The column's key. */
  readonly key = input.required<string>({ alias: 'tgCell' });
  /** Only says of what type the rows are. */
  readonly of = input.required<readonly Row[]>({ alias: 'tgCellOf' });

  readonly template = inject<TemplateRef<CellContext<Row>>>(TemplateRef);

  static ngTemplateContextGuard<Row>(
    _directive: Cell<Row>,
    context: unknown,
  ): context is CellContext<Row> {
    return typeof context === 'object';
  }
}
