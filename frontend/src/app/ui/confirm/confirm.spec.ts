import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { provideDialogs } from '../../../testing/dialogs';
import { Confirm } from './confirm';
import { ConfirmHarness } from './confirm.harness';

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
    const confirm = await TestbedHarnessEnvironment.harnessForFixture(fixture, ConfirmHarness);
    return { confirm, told };
  }

  it('acts only on the word', async () => {
    const { confirm, told } = await render();
    expect(await confirm.isOpen()).toBe(true);
    await confirm.press('Keep it');
    expect(await confirm.isOpen()).toBe(false);
    expect(told).toEqual(['closed']);
  });

  it('passes the word on before it closes', async () => {
    const { confirm, told } = await render();
    await confirm.press('Delete');
    expect(told).toEqual(['confirmed', 'closed']);
    expect(await confirm.isOpen()).toBe(false);
  });
});
