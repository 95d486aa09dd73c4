import type { Configuration } from '../../config';
import { modelCost, modelTokens } from './model-metrics';

const PRICED_TOKENS = 1_000_000;

type Priced = Pick<Configuration['llm'], 'prices' | 'currency'>;

/** Counts what a call was paid for: its tokens, and by the configured prices its cost. */
export function countUse(
  model: string,
  tokens: number,
  written: number,
  { prices, currency }: Priced,
): void {
  modelTokens.inc({ model }, tokens);
  const price = prices.get(model);
  if (price === undefined) return;
  const output = Math.min(tokens, written);
  const cost = (tokens - output) * price.input + output * price.output;
  modelCost.inc({ model, currency }, cost / PRICED_TOKENS);
}
