import { NgTemplateOutlet } from '@angular/common';
import {
  Component,
  computed,
  contentChildren,
  input,
  model,
  type TemplateRef,
  ViewEncapsulation,
} from '@angular/core';
import { Icon } from '../icon/icon';
import { Cell } from './cell';
import type { Column } from './column';

type SortDirection = 'ascending' | 'descending' | null;

/**
 * A table of data. On a phone each row is a card with the names of its columns. Roles are written
 * out, since browsers forget them when the arrangement is not that of a table any more.
 */
@Component({
  selector: 'tg-table',
  imports: [Icon, NgTemplateOutlet],
  templateUrl: './table.html',
  styleUrl: './table.css',
  encapsulation: ViewEncapsulation.None,
})
export class Table<Row extends object> {
  readonly caption = input.required<string>();
  /** The first names the rows. */
  readonly columns = input.required<readonly Column<Row>[]>();
  readonly rows = input.required<readonly Row[]>();
  /** A field, with a hyphen before it in falling order; null: as it came. */
  readonly sort = model<string | null>(null);
  /** Cells that a component around this one was given. */
  readonly cells = input<readonly Cell<Row>[]>([]);

  private readonly ownCells = contentChildren<Cell<Row>>(Cell);
  private readonly templates = computed(
    () => new Map([...this.cells(), ...this.ownCells()].map((one) => [one.key(), one.template])),
  );

  protected template(key: string): TemplateRef<{ $implicit: Row }> | null {
    return this.templates().get(key) ?? null;
  }

  /** Rows that are read again keep their place on the screen, and with it the focus. */
  protected keyOf(row: Row): unknown {
    return 'id' in row ? row.id : row;
  }

  protected direction({ sort }: Column<Row>): SortDirection {
    if (sort === undefined) return null;
    if (this.sort() === sort) return 'ascending';
    return this.sort() === `-${sort}` ? 'descending' : null;
  }

  protected turn({ sort }: Column<Row>): void {
    if (sort !== undefined) this.sort.set(this.sort() === sort ? `-${sort}` : sort);
  }
}
