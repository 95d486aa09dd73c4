import { Counter, Gauge, Histogram } from 'prom-client';

/** One call each, retries included; the count of it is the number of calls. */
export const modelCallDuration = new Histogram({
  name: 'tesigo_llm_call_duration_seconds',
  help: 'Time of one call to a language model, by how it ended',
  labelNames: ['model', 'outcome'] as const,
  buckets: [0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 80, 160, 320],
});

export const modelTokens = new Counter({
  name: 'tesigo_llm_tokens_total',
  help: 'Tokens that language models were paid for, read and written',
  labelNames: ['model'] as const,
});

export const modelCost = new Counter({
  name: 'tesigo_llm_cost_total',
  help: 'What language models have cost by LLM_PRICES, in the main unit of the currency',
  labelNames: ['model', 'currency'] as const,
});

export const modelRetries = new Counter({
  name: 'tesigo_llm_retries_total',
  help: 'Calls to a language model that were tried again',
  labelNames: ['model'] as const,
});

export const BREAKER = { closed: 0, halfOpen: 1, open: 2 } as const;

export const breakerState = new Gauge({
  name: 'tesigo_llm_breaker_state',
  help: 'Circuit breaker of a language model: 0 closed, 1 half-open, 2 open',
  labelNames: ['model'] as const,
});
