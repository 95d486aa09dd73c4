import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideDialogs } from '../../../testing/dialogs';
import { Dialog } from './dialog';
import { DialogHarness } from './dialog.harness';

@Component({
  imports: [Dialog],
  template: `<tg-dialog [(open)]="open" heading="Edit the work" closeLabel="Close">…</tg-dialog>`,
})
class Page {
  readonly open = signal(false);
}

describe('Dialog', () => {
  beforeAll(provideDialogs);

  async function render() {
    const fixture = TestBed.createComponent(Page);
    const loader = TestbedHarnessEnvironment.loader(fixture);
    return { page: fixture.componentInstance, dialog: await loader.getHarness(DialogHarness) };
  }

  it('opens under the name of its heading', async () => {
    const { page, dialog } = await render();
    expect(await dialog.isOpen()).toBe(false);
    page.open.set(true);
    expect(await dialog.isOpen()).toBe(true);
    expect(await dialog.name()).toBe('Edit the work');
  });

  it('tells the page that it was closed', async () => {
    const { page, dialog } = await render();
    page.open.set(true);
    await dialog.close();
    expect(await dialog.isOpen()).toBe(false);
    expect(page.open()).toBe(false);
  });
});
