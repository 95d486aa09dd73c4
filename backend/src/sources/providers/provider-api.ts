import { retryAfterMs } from '../../common';
import type { SourceProviderName } from '../../config';
import type { Work } from './provider-answer';
import type { Question } from './question';
import type { ProviderReply, ProviderRequest } from './transport';

/** So many calls in so long a time. */
export interface CallLimit {
  calls: number;
  intervalMs: number;
}

/** Where a service is and how it knows us. */
export interface ProviderAccess {
  baseUrl: string;
  apiKey: string | undefined;
  contactEmail: string | undefined;
}

/** A service that asks for a longer wait has no more to give for now. */
const LONGEST_WAIT_MS = 60_000;

/**
 * The language that one service speaks: our questions in its words, its answers in ours. Knows
 * nothing of waiting and repeating.
 */
export abstract class ProviderApi {
  abstract readonly name: SourceProviderName;
  /** As documented; what the service itself says later counts instead. */
  abstract readonly limit: CallLimit;
  abstract readonly knowsRetractions: boolean;

  constructor(protected readonly access: ProviderAccess) {}

  /** @returns undefined when the service cannot know, so that its silence says nothing */
  abstract request(question: Question): ProviderRequest | undefined;

  /** The works in an answer of status 200. @throws ProviderFailure when it is none */
  abstract read(body: string, question: Question): Work[];

  /** What shares one limit and one budget. */
  scope(_: Question): string {
    return this.name;
  }

  /** The limit that an answer states, if it does. */
  statedLimit(_: Headers): CallLimit | undefined {
    return undefined;
  }

  /** For how many milliseconds an answer says that the budget is spent; undefined while it is not. */
  spentFor({ status, headers }: ProviderReply): number | undefined {
    const wait = retryAfterMs(headers.get('retry-after'), Date.now());
    return status === 429 && wait !== undefined && wait > LONGEST_WAIT_MS ? wait : undefined;
  }

  protected to(path: string, query: Record<string, string | undefined> = {}): ProviderRequest {
    const url = new URL(`${this.access.baseUrl.replace(/\/+$/, '')}/${path}`);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, value);
    }
    const { contactEmail } = this.access;
    const contact = contactEmail === undefined ? '' : ` (mailto:${contactEmail})`;
    return { url, headers: { 'user-agent': `TesiGo/1${contact}`, accept: '*/*' } };
  }
}
