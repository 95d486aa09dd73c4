import { z } from 'zod';
import type { Configuration } from '../../config';
import { ModelError } from '../models/model-error';

/** Texts as vectors, in their order. */
export interface Embedded {
  vectors: readonly (readonly number[])[];
  /** As the provider counted them; null if it did not. */
  tokens: number | null;
}

// Servers differ in what they add; of the rest nothing is taken on trust
const Answer = z.object({
  data: z.array(z.object({ index: z.int(), embedding: z.array(z.number()).min(1) })),
  usage: z.object({ total_tokens: z.int().nonnegative() }).partial().nullish(),
});

function read(answer: unknown, texts: readonly string[]): Embedded {
  const { success, data } = Answer.safeParse(answer);
  if (!success) throw new ModelError('malformed');
  const byPlace = new Map(data.data.map(({ index, embedding }) => [index, embedding]));
  const vectors = texts.flatMap((_, place) => [byPlace.get(place) ?? []]);
  const dimensions = vectors[0]?.length ?? 0;
  const isUsable = (vector: readonly number[]) =>
    vector.length === dimensions && vector.some((part) => part !== 0);
  if (!vectors.every(isUsable)) throw new ModelError('malformed');
  return { vectors, tokens: data.usage?.total_tokens ?? null };
}

/**
 * Asks a server that speaks OpenAI's protocol for the vectors of some texts.
 * @throws ModelError `malformed`, or whatever the client fails with
 */
export async function requestEmbeddings(
  texts: readonly string[],
  model: string,
  { apiKey, baseUrl, timeout }: Configuration['llm'],
  signal?: AbortSignal,
): Promise<Embedded> {
  const { OpenAI } = await import('openai');
  const client = new OpenAI({
    // Servers on the own machine ask for no key, the client insists on one
    apiKey: apiKey ?? 'none',
    ...(baseUrl && { baseURL: baseUrl }),
    // Retries are the policy's, which knows the breaker and the budget
    maxRetries: 0,
    timeout: timeout * 1000,
    logLevel: 'off',
    // A document's text goes where the configuration says, and nowhere on from there
    fetchOptions: { redirect: 'error' },
  });
  const body = { model, input: [...texts], encoding_format: 'float' as const };
  const answer: unknown = await client.embeddings.create(body, { signal });
  return read(answer, texts);
}
