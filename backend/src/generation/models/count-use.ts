import type { Configuration } from '../../config';
import { likelyTokens } from '../budget/token-estimate';
import { modelCost, modelTokens } from './model-metrics';
import type { Reply } from './stream-reply';

const PRICED_TOKENS = 1_000_000;

type Priced = Pick<Configuration['llm'], 'prices' | 'currency'>;

/** Counts what a call was paid for: its tokens, and by the configured prices its cost. */
export function countUse(
  model: string,
  tokens: number,
  reply: Reply,
  { prices, currency }: Priced,
): void {
  modelTokens.inc({ model }, tokens);
  const price = prices.get(model);
  if (price === undefined) return;
  const written = Math.min(tokens, reply.written ?? likelyTokens(reply.text));
  const cost = (tokens - written) * price.input + written * price.output;
  modelCost.inc({ model, currency }, cost / PRICED_TOKENS);
}
