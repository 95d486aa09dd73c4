import { ComponentHarness } from '@angular/cdk/testing';

export class TableHarness extends ComponentHarness {
  static readonly hostSelector = 'tg-table';

  private readonly rows = this.locatorForAll('tbody tr');
  private readonly heads = this.locatorForAll('thead th');
  private readonly sorters = this.locatorForAll('.tg-table-sort');

  /** The texts of all cells, row by row. */
  async cells(): Promise<string[][]> {
    const count = (await this.rows()).length;
    return Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const nth = `tbody tr:nth-child(${String(index + 1)})`;
        const cells = await this.locatorForAll(`${nth} > th, ${nth} > td`)();
        return Promise.all(cells.map((cell) => cell.text()));
      }),
    );
  }

  /** Of each column, as assistive technology is told. */
  async sorting(): Promise<(string | null)[]> {
    return Promise.all((await this.heads()).map((head) => head.getAttribute('aria-sort')));
  }

  async sortBy(label: string): Promise<void> {
    for (const button of await this.sorters()) {
      if ((await button.text()) === label) return button.click();
    }
    throw new Error(`nothing sorts by “${label}”`);
  }
}
