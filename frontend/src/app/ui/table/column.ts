/** A column of a table. */
export interface Column<Row> {
  key: string;
  label: string;
  /** What a cell says; absent where a template of the page fills it. */
  text?(row: Row): string;
  /** Numbers stand at the end of their cell. */
  align?: 'end';
  /** The field by which the list is sorted from its head. */
  sort?: string;
}
