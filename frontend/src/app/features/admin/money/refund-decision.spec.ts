import { inputBinding, outputBinding, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { AdminRefund } from '../../../api/generated/models';
import { provideDialogs } from '../../../../testing/dialogs';
import { provideEnglish } from '../../../../testing/providers';
import { paymentRecord, refundRecord } from '../../../../testing/records';
import { Locale } from '../../../core/i18n/locale';
import { type Decision, RefundDecision } from './refund-decision';

const refund = (currency = 'EUR', refundable = 1000): AdminRefund => ({
  ...refundRecord(),
  payment: {
    ...paymentRecord({ status: 'paid', currency, refundable }),
    ...{ userId: 'u1', userEmail: 'iryna@example.org' },
  },
});

describe('RefundDecision', () => {
  async function render(one: AdminRefund) {
    provideDialogs();
    TestBed.configureTestingModule({ providers: provideEnglish() });
    TestBed.inject(Locale); // as at the start of the app, before anything is shown
    const decisions: Decision[] = [];
    const busy = signal(false);
    const fixture = TestBed.createComponent(RefundDecision, {
      bindings: [
        inputBinding('refund', () => one),
        inputBinding('busy', busy),
        outputBinding<Decision>('decided', (decision) => decisions.push(decision)),
      ],
    });
    const root = fixture.nativeElement as HTMLElement;
    document.body.append(root);
    await fixture.whenStable();
    const press = async (name: string) => {
      await fixture.whenStable();
      [...root.querySelectorAll('button')].find((one) => one.textContent.trim() === name)?.click();
      await fixture.whenStable();
    };
    const type = async (selector: string, value: string) => {
      const control = root.querySelector<HTMLInputElement>(selector)!;
      control.value = value;
      control.dispatchEvent(new Event('input'));
      await fixture.whenStable();
    };
    const sum = () => root.querySelector<HTMLInputElement>('[inputmode=decimal]')!;
    return { root, decisions, busy, press, type, sum };
  }

  it('asks once more before money moves, and sends minor units', async () => {
    const { root, decisions, press, type } = await render(refund());
    await type('[inputmode=decimal]', '1,20');
    await type('textarea', 'That is so.');
    await press('Go on');
    expect(decisions).toEqual([]);
    expect(root.textContent).toContain('Send €1.20 back to iryna@example.org?');
    expect(document.activeElement?.textContent.trim()).toBe('Send €1.20 back');
    await press('Send €1.20 back');
    expect(decisions).toEqual([{ amount: 120, reason: 'That is so.' }]);
  });

  it('begins with all that can go back, in units of the currency', async () => {
    expect((await render(refund('JPY', 500))).sum().value).toBe('500');
    TestBed.resetTestingModule();
    expect((await render(refund('KWD', 500))).sum().value).toBe('0.500');
  });

  it.each(['', '0', '-1', '10.01', '1.005', 'ten', '1e9'])('sends nothing for %j', async (sum) => {
    const { root, decisions, press, type } = await render(refund());
    await type('[inputmode=decimal]', sum);
    await type('textarea', 'That is so.');
    await press('Go on');
    expect(root.textContent).toContain('Use an amount up to €10.00.');
    expect(decisions).toEqual([]);
  });

  it('declines with a reason, and without one not', async () => {
    const { root, decisions, press, type } = await render(refund());
    root.querySelector<HTMLInputElement>('[value=reject]')!.click();
    await press('Decline it');
    expect(decisions).toEqual([]);
    await type('textarea', 'It was written.');
    await press('Decline it');
    expect(decisions).toEqual([{ amount: null, reason: 'It was written.' }]);
  });

  it('sends nothing twice', async () => {
    const { decisions, busy, press, type } = await render(refund());
    await type('textarea', 'That is so.');
    await press('Go on');
    await press('Send €10.00 back');
    busy.set(true);
    await press('Send €10.00 back');
    expect(decisions).toHaveLength(1);
  });
});
