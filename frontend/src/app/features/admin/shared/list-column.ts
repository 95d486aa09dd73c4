import type { Column } from '../../../ui/table/column';
import { csvOf, type CsvValue } from './csv';

/** A column of a list, on the screen and in its file; its name is a text of the list. */
export interface ListColumn<Row> extends Omit<Column<Row>, 'label'> {
  /** For the file; without, what the cell says. */
  value?(row: Row): CsvValue;
  /** On the screen alone, or in the file alone. */
  only?: 'screen' | 'file';
}

export function fileOf<Row>(
  rows: readonly Row[],
  columns: readonly (ListColumn<Row> & { label: string })[],
): string {
  const kept = columns.filter(({ only }) => only !== 'screen');
  const line = (row: Row) =>
    kept.map((one) => (one.value ? one.value(row) : (one.text?.(row) ?? null)));
  return csvOf([kept.map(({ label }) => label), ...rows.map(line)]);
}
