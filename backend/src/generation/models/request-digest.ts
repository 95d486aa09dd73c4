import { createHash } from 'node:crypto';
import type { ModelRequest } from './model-request';

/** Tells requests of one job apart, and knows the same one again in another process. */
export function digestOf({ about, messages, maxOutputTokens }: ModelRequest): Buffer {
  const question = JSON.stringify([about ?? messages, maxOutputTokens]);
  return createHash('sha256').update(question).digest();
}
