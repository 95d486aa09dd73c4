import fc from 'fast-check';
import { fromStripeAmount, majorUnits, stepOf, toStripeAmount } from './currency';
import { priceOf, valueOf } from './price';
import { FIRST_PRICE_LIST } from './price-list';

const currency = fc.constantFrom('EUR', 'UAH', 'JPY', 'KWD', 'ISK', 'UGX', 'MGA');
const pages = fc.integer({ min: 1, max: 200 });

describe('the price', () => {
  it.each([
    ['EUR', 50, 3, 0, { amount: 150, vat: 0, discount: 0 }],
    ['EUR', 50, 200, 0, { amount: 10_000, vat: 0, discount: 0 }],
    ['EUR', 50, 10, 2200, { amount: 500, vat: 90, discount: 0 }],
    ['JPY', 80, 10, 1000, { amount: 800, vat: 73, discount: 0 }],
    ['KWD', 155, 3, 0, { amount: 470, vat: 0, discount: 0 }],
    ['MGA', 150, 3, 0, { amount: 500, vat: 0, discount: 0 }],
  ])('in %s at %i a page for %i pages, VAT %i', (code, pagePrice, count, vat, expected) => {
    const list = { ...FIRST_PRICE_LIST, currency: code, pagePrice, vatBasisPoints: vat };
    expect(priceOf(list, count)).toMatchObject(expected);
  });

  it.each([
    ['EUR', 1, 90, 0],
    ['EUR', 1, 0, 50],
    ['EUR', 10, 91, 0],
    ['EUR', 10, 90, 50],
  ])(
    'in %s for %i pages less %i %% is %i: what is too little is waived',
    (code, count, off, amount) => {
      expect(priceOf({ ...FIRST_PRICE_LIST, currency: code }, count, off).amount).toBe(amount);
    },
  );

  it('is a whole number that can be charged, never negative, VAT within it', () => {
    const list = fc.record({
      currency,
      pagePrice: fc.integer({ min: 0, max: 100_000 }),
      vatBasisPoints: fc.integer({ min: 0, max: 5000 }),
    });
    fc.assert(
      fc.property(list, pages, fc.integer({ min: 0, max: 100 }), (changes, count, percent) => {
        const price = priceOf({ ...FIRST_PRICE_LIST, ...changes }, count, percent);
        expect(price.amount).toBeGreaterThanOrEqual(0);
        expect(price.amount % stepOf(price.currency)).toBe(0);
        expect(Number.isInteger(price.vat)).toBe(true);
        expect(price.vat).toBeLessThanOrEqual(price.amount);
        if (percent === 100) expect(price.amount).toBe(0);
      }),
    );
  });

  it('of some pages is never more than what was paid, and all pages are all of it', () => {
    const paid = fc.record({ pages, amount: fc.integer({ min: 0, max: 1_000_000 }), currency });
    fc.assert(
      fc.property(paid, fc.double({ min: 0, max: 1, noNaN: true }), (price, share) => {
        const chargeable = {
          ...price,
          amount: price.amount - (price.amount % stepOf(price.currency)),
        };
        expect(valueOf(price.pages, chargeable)).toBe(chargeable.amount);
        const part = valueOf(Math.floor(price.pages * share), chargeable);
        expect(part).toBeGreaterThanOrEqual(0);
        expect(part).toBeLessThanOrEqual(chargeable.amount);
      }),
    );
  });
});

describe('an amount', () => {
  it.each([
    ['EUR', 1250, '12.50', 1250],
    ['JPY', 1250, '1250', 1250],
    ['KWD', 1250, '1.250', 1250],
    ['ISK', 1250, '1250', 125_000],
    ['UGX', 1250, '1250', 125_000],
    ['MGA', 1200, '12.00', 12],
  ])('in %s of %i is %s, and %i for Stripe', (code, amount, text, forStripe) => {
    expect(majorUnits(amount, code)).toBe(text);
    expect(toStripeAmount(amount, code)).toBe(forStripe);
    expect(fromStripeAmount(forStripe, code)).toBe(amount);
  });
});
