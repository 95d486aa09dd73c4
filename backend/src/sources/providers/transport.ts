import { boundedText, TooLargeAnswer } from '../../common';
import { ProviderFailure } from './provider-failure';

export interface ProviderRequest {
  url: URL;
  headers: Record<string, string>;
}

export interface ProviderReply {
  status: number;
  headers: Headers;
  body: string;
}

/** How a request reaches a provider. @throws ProviderFailure */
export type Transport = (request: ProviderRequest, timeoutMs: number) => Promise<ProviderReply>;

/** Twenty-five records with long abstracts and hundreds of authors take less. */
const MAX_BYTES = 4 * 1024 * 1024;

function toFailure(error: unknown): ProviderFailure {
  if (error instanceof TooLargeAnswer) return new ProviderFailure('too_large');
  const timedOut = (error as Error).name === 'TimeoutError';
  return new ProviderFailure(timedOut ? 'timeout' : 'network', { cause: error });
}

/**
 * Asks over HTTP. The time is for the whole answer, so that one that drips in counts as silence;
 * redirects are not followed, since only configured addresses may be connected to.
 */
export const overHttp: Transport = async ({ url, headers }, timeoutMs) => {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { headers, redirect: 'manual', signal });
    const body = await boundedText(response, MAX_BYTES);
    return { status: response.status, headers: response.headers, body };
  } catch (error) {
    throw toFailure(error);
  }
};
