const WITHOUT = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ');
const THREE = 'BHD IQD JOD KWD LYD OMR TND'.split(' ');

/**
 * Decimals of a currency's amounts by ISO 4217, as the API counts its minor units. Browsers go by
 * how prices are usually written (CLDR), which is a hundredfold off for the forint and others.
 */
export function decimalsOf(currency: string): number {
  if (WITHOUT.includes(currency)) return 0;
  return THREE.includes(currency) ? 3 : 2;
}

/** @param amount in minor units */
export const toUnits = (amount: number, currency: string): number =>
  amount / 10 ** decimalsOf(currency);

/** Minor units of an amount that somebody has typed; null where it has more decimals than that. */
export function toMinorUnits(units: number, currency: string): number | null {
  const exact = units * 10 ** decimalsOf(currency);
  const amount = Math.round(exact);
  return Math.abs(exact - amount) < 1e-6 ? amount : null;
}
