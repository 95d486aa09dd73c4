import type { Configuration } from '../../config';

/** Tokens of one call. */
export interface CountedTokens {
  /** What the model was given to read. */
  read: number;
  written: number;
}

/**
 * What a call costs at the price that holds now, in millionths of the currency's main unit; the price
 * of a model is that of a million tokens. Without a price there is no currency and no cost.
 */
export function costOfCall(
  model: string,
  { read, written }: CountedTokens,
  { prices, currency }: Pick<Configuration['llm'], 'prices' | 'currency'>,
): { currency: string | null; cost: number } {
  const price = prices.get(model);
  if (price === undefined) return { currency: null, cost: 0 };
  return { currency, cost: Math.round(read * price.input + written * price.output) };
}
