import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Cell } from './cell';
import type { Column } from './column';
import { Table } from './table';
import { TableHarness } from './table.harness';

interface Work {
  name: string;
  pages: number;
}

@Component({
  imports: [Cell, Table],
  template: `
    <tg-table caption="Works" [columns]="columns" [rows]="works" [(sort)]="sort">
      <b *tgCell="'pages' of works; let work">{{ work.pages }} pages</b>
    </tg-table>
  `,
})
class Page {
  readonly works: Work[] = [
    { name: 'Letters', pages: 3 },
    { name: 'Notes', pages: 5 },
  ];
  readonly columns: Column<Work>[] = [
    { key: 'name', label: 'Name', text: ({ name }) => name, sort: 'name' },
    { key: 'pages', label: 'Length', align: 'end' },
  ];
  readonly sort = signal<string | null>(null);
}

describe('Table', () => {
  async function render() {
    const fixture = TestBed.createComponent(Page);
    const loader = TestbedHarnessEnvironment.loader(fixture);
    const root = fixture.nativeElement as HTMLElement;
    return { table: await loader.getHarness(TableHarness), page: fixture.componentInstance, root };
  }

  it('has a text or a template in each cell', async () => {
    const { table } = await render();
    expect(await table.cells()).toEqual([
      ['Letters', '3 pages'],
      ['Notes', '5 pages'],
    ]);
  });

  it('sorts rising first, then falling, and tells so', async () => {
    const { table, page } = await render();
    expect(await table.sorting()).toEqual([null, null]);
    await table.sortBy('Name');
    expect([page.sort(), await table.sorting()]).toEqual(['name', ['ascending', null]]);
    await table.sortBy('Name');
    expect([page.sort(), await table.sorting()]).toEqual(['-name', ['descending', null]]);
  });

  it('names table, rows and columns whatever its arrangement', async () => {
    const { root } = await render();
    expect(root.querySelector('caption')?.textContent.trim()).toBe('Works');
    expect(root.querySelectorAll('[role=rowheader][scope=row]')).toHaveLength(2);
    expect(root.querySelectorAll('[role=columnheader][scope=col]')).toHaveLength(2);
    expect(root.querySelector('td')?.dataset['label']).toBe('Length');
  });
});
