import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { ProviderAnswer, Work } from './provider-answer';
import type { ProviderRequest } from './transport';

/** Records change seldom; a work that nobody knows yet may be registered any minute. */
const FOUND_SECONDS = 7 * 86_400;
const EMPTY_SECONDS = 600;

/** Goes up when what is kept changes its shape, or the same answer is read otherwise. */
const VERSION = 1;

/** By the whole request, so that no two questions share an answer; hashed, since it may hold a key. */
const keyOf = ({ url }: ProviderRequest) =>
  `provider:answer:${String(VERSION)}:${createHash('sha256').update(url.href).digest('base64url')}`;

/** Answers that all processes have had from the providers. Failures are never among them. */
export class AnswerCache {
  constructor(private readonly redis: Redis) {}

  async get(request: ProviderRequest): Promise<ProviderAnswer | undefined> {
    const kept = await this.redis.get(keyOf(request));
    return kept === null ? undefined : toAnswer(JSON.parse(kept) as Work[]);
  }

  async keep(request: ProviderRequest, works: Work[]): Promise<void> {
    const seconds = works.length > 0 ? FOUND_SECONDS : EMPTY_SECONDS;
    await this.redis.set(keyOf(request), JSON.stringify(works), 'EX', seconds);
  }
}

export const toAnswer = (works: Work[]): ProviderAnswer =>
  works.length > 0 ? { kind: 'found', works } : { kind: 'empty' };
