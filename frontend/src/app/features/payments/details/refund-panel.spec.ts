import { HttpTestingController } from '@angular/common/http/testing';
import { inputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Payment, Refund } from '../../../api/generated/models';
import { provideEnglish, provideTestApi } from '../../../../testing/providers';
import { paymentRecord, refundRecord } from '../../../../testing/records';
import { settled } from '../../../../testing/settled';
import { Locale } from '../../../core/i18n/locale';
import { PaymentDetailsStore } from './payment-details.store';
import { RefundPanel } from './refund-panel';

const paid = (over: Partial<Payment> = {}) =>
  paymentRecord({ status: 'paid', refundable: 1000, ...over });

describe('RefundPanel', () => {
  async function render(payment: Payment) {
    const providers = [provideTestApi(), provideEnglish(), PaymentDetailsStore];
    TestBed.configureTestingModule({ providers });
    TestBed.inject(Locale); // as at the start of the app, before anything is shown
    const http = TestBed.inject(HttpTestingController);
    const store = TestBed.inject(PaymentDetailsStore);
    const loaded = store.load('p1');
    http.expectOne('/api/v1/payment/p1').flush(payment);
    await loaded;
    const bindings = [inputBinding('payment', store.payment)];
    const fixture = TestBed.createComponent(RefundPanel, { bindings });
    const root = fixture.nativeElement as HTMLElement;
    document.body.append(root);
    const stable = async () => {
      await settled();
      await fixture.whenStable();
    };
    await stable();
    const press = async (name: string) => {
      [...root.querySelectorAll('button')].find((one) => one.textContent.trim() === name)?.click();
      await stable();
    };
    const write = async (reason: string) => {
      const text = root.querySelector('textarea')!;
      text.value = reason;
      text.dispatchEvent(new Event('input'));
      await stable();
    };
    return { root, http, stable, press, write };
  }

  it('is not there where nothing can go back and nothing has', async () => {
    const { root } = await render(paid({ refundable: 0 }));
    expect(root.textContent.trim()).toBe('');
  });

  it('wants a reason, sends it, and shows that it was asked for', async () => {
    const { root, http, stable, press, write } = await render(paid());
    await press('Ask for money back');
    expect(document.activeElement?.tagName).toBe('TEXTAREA');
    await press('Send the request');
    expect(root.textContent).toContain('Say in a few words why.');
    await write('I wrote it myself.');
    await press('Send the request');
    const asked = http.expectOne('/api/v1/payment/refunds');
    expect(asked.request.body).toEqual({ paymentId: 'p1', reason: 'I wrote it myself.' });
    asked.flush(refundRecord());
    await settled();
    http.expectOne('/api/v1/payment/p1').flush(paid({ refunds: [refundRecord()] }));
    await stable();
    expect(root.textContent).toContain('You wrote: I wrote it myself.');
    expect(root.querySelector('button')).toBeNull();
    expect(document.activeElement?.textContent).toBe('Refunds');
  });

  it('says why a request could not be made', async () => {
    const { root, http, stable, press, write } = await render(paid());
    await press('Ask for money back');
    await write('I wrote it myself.');
    await press('Send the request');
    const problem = { code: 'INVALID_TRANSITION', detail: 'Nothing can be refunded.' };
    const request = http.expectOne('/api/v1/payment/refunds');
    request.flush(problem, { status: 409, statusText: 'Conflict' });
    await settled();
    http.expectOne('/api/v1/payment/p1').flush(paid());
    await stable();
    expect(root.querySelector('[role=alert]')?.textContent).toContain('Nothing can be refunded.');
  });

  it.each<[Partial<Refund>, string[]]>([
    [
      { status: 'rejected', decisionReason: 'It was written.' },
      ['Declined', 'Our answer: It was written.', 'Nothing is sent back.'],
    ],
    [
      { status: 'succeeded', amount: 500, decidedAt: '2026-11-03T10:00:00Z' },
      ['Sent back', '€5.00', 'decided on'],
    ],
    [
      { status: 'approved', cause: 'undelivered', amount: 250, reason: 'The writing failed.' },
      ['Approved', 'We could not write all that was paid for'],
    ],
  ])('tells the story of a refund: %j', async (over, words) => {
    const { root } = await render(paid({ refundable: 0, refunds: [refundRecord(over)] }));
    for (const word of words) expect(root.textContent).toContain(word);
  });
});
