import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideDialogs } from '../../../testing/dialogs';
import { Dialog } from './dialog';
import { DialogHarness } from './dialog.harness';

@Component({
  imports: [Dialog],
  template: `<tg-dialog
    [(open)]="open"
    heading="Edit the work"
    closeLabel="Close"
    [mayClose]="mayClose"
    >…</tg-dialog
  >`,
})
class Page {
  readonly open = signal(false);
  readonly finished = signal(true);
  readonly mayClose = () => this.finished();
}

describe('Dialog', () => {
  beforeAll(provideDialogs);

  async function render() {
    const fixture = TestBed.createComponent(Page);
    const loader = TestbedHarnessEnvironment.loader(fixture);
    const native = (fixture.nativeElement as HTMLElement).querySelector('dialog')!;
    /** Whether Escape would close it. */
    const escapes = () => native.dispatchEvent(new Event('cancel', { cancelable: true }));
    const dialog = await loader.getHarness(DialogHarness);
    return { page: fixture.componentInstance, dialog, escapes };
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

  it('stays open as long as it may not be closed', async () => {
    const { page, dialog, escapes } = await render();
    page.open.set(true);
    page.finished.set(false);
    await dialog.close();
    expect(await dialog.isOpen()).toBe(true);
    expect(escapes()).toBe(false);
    page.finished.set(true);
    expect(escapes()).toBe(true);
  });
});
