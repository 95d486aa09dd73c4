import { TestBed } from '@angular/core/testing';
import { Confirm } from './confirm';

describe('Confirm', () => {
  // jsdom knows the element and not its methods
  beforeAll(() => {
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function () {
      this.open = false;
      this.dispatchEvent(new Event('close'));
    };
  });

  async function render() {
    const fixture = TestBed.createComponent(Confirm);
    fixture.componentRef.setInput('heading', 'Delete this document?');
    fixture.componentRef.setInput('confirmLabel', 'Delete');
    fixture.componentRef.setInput('cancelLabel', 'Keep it');
    fixture.componentRef.setInput('open', true);
    let confirmed = 0;
    fixture.componentInstance.confirmed.subscribe(() => confirmed++);
    await fixture.whenStable();
    const root = fixture.nativeElement as HTMLElement;
    const press = async (label: string) => {
      const buttons = [...root.querySelectorAll('button')];
      buttons.find(({ textContent }) => textContent.trim() === label)?.click();
      await fixture.whenStable();
    };
    return { press, dialog: root.querySelector('dialog')!, confirmed: () => confirmed };
  }

  it('acts only on the word', async () => {
    const { press, dialog, confirmed } = await render();
    expect(dialog.open).toBe(true);
    await press('Keep it');
    expect(dialog.open).toBe(false);
    expect(confirmed()).toBe(0);
  });

  it('closes when it was confirmed', async () => {
    const { press, dialog, confirmed } = await render();
    await press('Delete');
    expect(confirmed()).toBe(1);
    expect(dialog.open).toBe(false);
  });
});
