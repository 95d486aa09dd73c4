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
