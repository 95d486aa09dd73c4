import { TestBed } from '@angular/core/testing';
import type { Payment } from '../../api/generated/models';
import { provideEnglish } from '../../../testing/providers';
import { paymentRecord } from '../../../testing/records';
import { Locale } from '../../core/i18n/locale';
import { Bill } from './bill';

describe('Bill', () => {
  async function lines(over: Partial<Payment>): Promise<string[]> {
    TestBed.configureTestingModule({ providers: provideEnglish() });
    TestBed.inject(Locale); // as at the start of the app, before anything is shown
    const fixture = TestBed.createComponent(Bill);
    fixture.componentRef.setInput('payment', paymentRecord(over));
    await fixture.whenStable();
    const root = fixture.nativeElement as HTMLElement;
    return [...root.querySelectorAll('dl > div')].map(({ children }) =>
      [...children].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()).join(': '),
    );
  }

  it('has the pages and the total alone, where there is nothing else to say', async () => {
    expect(await lines({})).toEqual(['20 pages at €0.50: €10.00', 'Total: €10.00']);
  });

  it('names what is given, taken off, contained and refunded', async () => {
    const given = { grantedPages: 4, grantedBy: 'institution' } as const;
    const code = { discountCode: 'SPRING', discount: 200, amount: 600 };
    const more = { vatBasisPoints: 550, vat: 31, refunded: 100 };
    expect(await lines({ ...given, ...code, ...more })).toEqual([
      '16 pages at €0.50: €8.00',
      '4 pages covered paid for by your institution: €0.00',
      'Discount SPRING: −€2.00',
      'Total: €6.00',
      'of which VAT (5.5%): €0.31',
      'Refunded: −€1.00',
    ]);
  });

  it('says why too little is not charged', async () => {
    const small = { pages: 3, pagePrice: 10, amount: 0, discount: 30 };
    expect(await lines(small)).toContain('Waived: too little to charge: −€0.30');
  });

  it.each([
    ['JPY', '¥1,000'],
    ['KWD', 'KWD 1.000'],
    ['HUF', 'HUF 10.00'],
  ])('has the decimals of %s', async (currency, total) => {
    const [, last] = await lines({ currency });
    expect(last?.replace(/\s/g, ' ')).toBe(`Total: ${total}`);
  });
});
