import { canBeCharged, stepOf } from './currency';
import type { PriceList } from './price-list';

/** What a number of pages costs. Amounts are integers in the currency's minor unit. */
export interface Price {
  pages: number;
  currency: string;
  pagePrice: number;
  /** Taken off by a discount code. */
  discount: number;
  /** To be paid, VAT included. */
  amount: number;
  /** Hundredths of a per cent. */
  vatBasisPoints: number;
  /** The part of the amount that is VAT. */
  vat: number;
}

const WHOLE = 10_000;

const roundTo = (value: number, step: number): number => Math.round(value / step) * step;

/** VAT within a gross amount, rounded half up. */
export const vatWithin = (amount: number, basisPoints: number): number =>
  Math.round((amount * basisPoints) / (WHOLE + basisPoints));

/**
 * What is too little to be charged is waived.
 * @param discountPercent 0 to 100
 */
export function priceOf(
  { currency, pagePrice, vatBasisPoints }: PriceList,
  pages: number,
  discountPercent = 0,
): Price {
  const step = stepOf(currency);
  const full = roundTo(pages * pagePrice, step);
  const reduced = full - roundTo((full * discountPercent) / 100, step);
  const amount = canBeCharged(reduced, currency) ? reduced : 0;
  const discount = full - amount;
  const vat = vatWithin(amount, vatBasisPoints);
  return { pages, currency, pagePrice, discount, amount, vatBasisPoints, vat };
}

/** What some of the pages that were paid for are worth of what was paid; never more than that. */
export function valueOf(pages: number, paid: Pick<Price, 'pages' | 'amount' | 'currency'>): number {
  const step = stepOf(paid.currency);
  return Math.min(paid.amount, roundTo((paid.amount * pages) / paid.pages, step));
}
