import type { Configuration } from '../../config';
import { costOfCall } from '../budget/call-cost';
import { modelCost, modelTokens } from './model-metrics';

const MILLIONTHS = 1_000_000;

type Priced = Pick<Configuration['llm'], 'prices' | 'currency'>;

/** Counts what a call was paid for: its tokens, and its cost as the ledger books it. */
export function countUse(model: string, tokens: number, written: number, priced: Priced): void {
  modelTokens.inc({ model }, tokens);
  const output = Math.min(tokens, written);
  const { cost, currency } = costOfCall(model, { read: tokens - output, written: output }, priced);
  if (currency !== null) modelCost.inc({ model, currency }, cost / MILLIONTHS);
}
