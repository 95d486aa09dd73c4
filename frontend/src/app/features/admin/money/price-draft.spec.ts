import fc from 'fast-check';
import { decimalsOf } from '../../../core/i18n/currency';
import { draftOf, priceListOf } from './price-draft';

const list = {
  ...{ currency: 'EUR', pagePrice: 50, vatBasisPoints: 550, freePages: 2 },
  ...{ minPages: 3, maxPages: 200, quoteMinutes: 60 },
  seller: { name: 'TesiGo', address: 'Street 1', vatId: 'X1' },
};

describe('the draft of a price list', () => {
  it('has whole units and per cent', () => {
    expect(draftOf(list)).toMatchObject({ pagePrice: 0.5, vatPercent: 5.5 });
  });

  it('comes back as it went, in any currency', () => {
    const currencies = fc.constantFrom('EUR', 'UAH', 'JPY', 'HUF', 'KWD');
    const amounts = fc.integer({ min: 0, max: 1_000_000 });
    const vats = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(currencies, amounts, vats, (currency, pagePrice, vatBasisPoints) => {
        const priced = { ...list, currency, pagePrice, vatBasisPoints };
        expect(priceListOf(draftOf(priced))).toEqual(priced);
      }),
    );
  });

  it.each(['EUR', 'JPY', 'KWD'])('has no more decimals than %s', (currency) => {
    const smallest = 10 ** -decimalsOf(currency);
    const draft = { ...draftOf({ ...list, currency }), pagePrice: 3 * smallest };
    expect(priceListOf(draft)?.pagePrice).toBe(3);
    expect(priceListOf({ ...draft, pagePrice: 3.5 * smallest })).toBeNull();
  });
});
