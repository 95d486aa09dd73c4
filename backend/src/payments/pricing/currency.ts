/** ISO 4217 currencies whose minor unit is not a hundredth: decimals of the amounts that we store. */
const DECIMALS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'
      .split(' ')
      .map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
};

/**
 * Where Stripe counts otherwise than ISO 4217: it kept two decimals when these lost theirs, and
 * treats the ariary, whose fifths nobody uses, as having none.
 * @see https://docs.stripe.com/currencies
 */
const STRIPE_DECIMALS: Readonly<Record<string, number>> = { ISK: 2, UGX: 2, MGA: 0 };

const KNOWN = new Set(Intl.supportedValuesOf('currency'));

export const isCurrency = (code: string): boolean => KNOWN.has(code);

export const decimalsOf = (currency: string): number => DECIMALS[currency] ?? 2;

const shiftOf = (currency: string): number =>
  10 ** ((STRIPE_DECIMALS[currency] ?? decimalsOf(currency)) - decimalsOf(currency));

/**
 * The smallest amount that can be charged, in minor units: cards settle three-decimal currencies in
 * tens, and a currency that Stripe counts more coarsely only in what it counts.
 */
export const stepOf = (currency: string): number =>
  Math.max(decimalsOf(currency) === 3 ? 10 : 1, 1 / shiftOf(currency));

/** Minor units below which Stripe charges nothing, by its documentation. */
const SMALLEST_CHARGE: Readonly<Record<string, number>> = {
  ...{ AED: 200, AUD: 50, BGN: 100, BRL: 50, CAD: 50, CHF: 50, CZK: 1500, DKK: 250, EUR: 50 },
  ...{ GBP: 30, HKD: 400, HUF: 17_500, INR: 50, JPY: 50, MXN: 1000, MYR: 200, NOK: 300, NZD: 50 },
  ...{ PLN: 200, RON: 200, SEK: 300, SGD: 50, THB: 1000, USD: 50 },
};

export const canBeCharged = (amount: number, currency: string): boolean =>
  amount >= (SMALLEST_CHARGE[currency] ?? 1);

/** Minor units as Stripe's API counts them. */
export const toStripeAmount = (amount: number, currency: string): number =>
  Math.round(amount * shiftOf(currency));

/** Stripe's count as minor units. */
export const fromStripeAmount = (amount: number, currency: string): number =>
  Math.round(amount / shiftOf(currency));

/** @example majorUnits(1250, 'EUR') === '12.50' */
export function majorUnits(amount: number, currency: string): string {
  const decimals = decimalsOf(currency);
  return (amount / 10 ** decimals).toFixed(decimals);
}
