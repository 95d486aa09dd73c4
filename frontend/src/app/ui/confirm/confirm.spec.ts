import { TestBed } from '@angular/core/testing';
import { provideDialogs } from '../../../testing/dialogs';
import { Confirm } from './confirm';

describe('Confirm', () => {
  beforeAll(provideDialogs);

  async function render() {
    const fixture = TestBed.createComponent(Confirm);
    fixture.componentRef.setInput('heading', 'Delete this document?');
    fixture.componentRef.setInput('confirmLabel', 'Delete');
    fixture.componentRef.setInput('cancelLabel', 'Keep it');
    fixture.componentRef.setInput('open', true);
    const told: string[] = [];
    fixture.componentInstance.confirmed.subscribe(() => told.push('confirmed'));
    fixture.componentInstance.open.subscribe(() => told.push('closed'));
    await fixture.whenStable();
    const root = fixture.nativeElement as HTMLElement;
    const press = async (label: string) => {
      const buttons = [...root.querySelectorAll('button')];
      buttons.find(({ textContent }) => textContent.trim() === label)?.click();
      await fixture.whenStable();
    };
    return { press, dialog: root.querySelector('dialog')!, told };
  }

  it('acts only on the word', async () => {
    const { press, dialog, told } = await render();
    expect(dialog.open).toBe(true);
    await press('Keep it');
    expect(dialog.open).toBe(false);
    expect(told).toEqual(['closed']);
  });

  it('passes the word on before it closes', async () => {
    const { press, dialog, told } = await render();
    await press('Delete');
    expect(told).toEqual(['confirmed', 'closed']);
    expect(dialog.open).toBe(false);
  });
});
