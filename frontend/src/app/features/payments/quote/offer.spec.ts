import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Payment, Pricing } from '../../../api/generated/models';
import { provideEnglish } from '../../../../testing/providers';
import { paymentRecord, pricingRecord } from '../../../../testing/records';
import { settled } from '../../../../testing/settled';
import { Locale } from '../../../core/i18n/locale';
import type { Problem } from '../../../core/problem/problem';
import { PaymentStore } from '../payment.store';
import { Offer } from './offer';

jest.mock('@stripe/stripe-js/pure', () => ({ loadStripe: jest.fn() }));

describe('Offer', () => {
  const discount = jest.fn();

  async function render(over: Partial<Payment> = {}, pricing: Partial<Pricing> = {}) {
    const store = {
      ...{ busy: signal(null), card: signal(null), changed: signal(false), discount },
      ...{ prices: signal(pricingRecord(pricing)), discountProblem: signal<Problem | null>(null) },
    };
    TestBed.configureTestingModule({
      providers: [provideEnglish(), { provide: PaymentStore, useValue: store }],
    });
    TestBed.inject(Locale); // as at the start of the app, before anything is shown
    const fixture = TestBed.createComponent(Offer);
    fixture.componentRef.setInput('payment', paymentRecord(over));
    const root = fixture.nativeElement as HTMLElement;
    const stable = async () => {
      await settled();
      await fixture.whenStable();
    };
    await stable();
    const buttons = () => [...root.querySelectorAll('button')].map((one) => one.textContent.trim());
    return { root, store, stable, buttons };
  }

  it('offers the page of Stripe alone where no card is taken here', async () => {
    const { buttons } = await render();
    expect(buttons()).toEqual(['Apply', 'Pay €10.00']);
  });

  it('offers both ways where cards are taken here', async () => {
    const { buttons } = await render({}, { publishableKey: 'pk_test_1' });
    expect(buttons()).toEqual(['Apply', 'Pay €10.00 by card', 'Pay on Stripe’s page']);
  });

  it('asks for no money where nothing is due', async () => {
    const { root, buttons } = await render({ amount: 0, grantedPages: 20 });
    expect(buttons()).toEqual(['Start writing for nothing']);
    expect(root.textContent).toContain('There is nothing to pay.');
  });

  it('cannot be paid when its time is over', async () => {
    const { root, buttons } = await render({ validUntil: '2026-01-01T00:00:00Z' });
    expect(buttons()).toEqual(['Get a new offer']);
    expect(root.textContent).toContain('This offer has run out');
  });

  it.each([
    ['failed', 'Nothing was charged.'],
    ['pending', 'You will not pay twice.'],
  ] as const)('says what became of an attempt that is %s', async (status, words) => {
    const { root } = await render({ status });
    expect(root.querySelector('tg-notice')?.textContent).toContain(words);
  });

  it('has a code sent as it was typed, says why one is refused, and takes one back', async () => {
    const { root, store, stable } = await render();
    const field = root.querySelector('input')!;
    field.value = ' spring ';
    field.dispatchEvent(new Event('input'));
    root.querySelector('form')!.dispatchEvent(new Event('submit'));
    expect(discount).toHaveBeenLastCalledWith('spring');
    const problem = { code: 'DISCOUNT_REFUSED', detail: 'This code has expired.' };
    store.discountProblem.set(problem as Problem);
    await stable();
    expect(root.querySelector('.tg-field-error')?.textContent).toBe('This code has expired.');
  });
});
