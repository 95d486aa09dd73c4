import { retryAfterMs } from '../../common';
import type { Work } from './provider-answer';
import type { ProviderApi } from './provider-api';
import { BudgetSpent, type FailureReason, ProviderFailure } from './provider-failure';
import type { Question } from './question';
import type { ProviderReply } from './transport';

function reasonOf(status: number): FailureReason {
  if (status === 429) return 'rate_limited';
  if (status >= 500 || status === 408) return 'unavailable';
  if (status >= 300 && status < 400) return 'redirected';
  return status === 401 || status === 403 ? 'unauthorized' : 'rejected';
}

/** Services resolve a DOI to another of the same work at times; that is not the one asked for. */
function asked(works: Work[], question: Question): Work[] {
  if (question.kind !== 'doi') return works;
  const { doi } = question;
  return works
    .map((work) => ({ ...work, csl: { ...work.csl, DOI: work.csl.DOI ?? doi } }))
    .filter(({ csl }) => csl.DOI.toLowerCase() === doi.toLowerCase());
}

function read(api: ProviderApi, body: string, question: Question): Work[] {
  try {
    return asked(api.read(body, question), question);
  } catch (error) {
    if (error instanceof ProviderFailure) throw error;
    // whatever a hostile answer makes a parser throw
    throw new ProviderFailure('malformed', { cause: error });
  }
}

/**
 * The works in a reply; none when the provider says that there are none.
 * @throws ProviderFailure, BudgetSpent
 */
export function interpretReply(api: ProviderApi, reply: ProviderReply, question: Question): Work[] {
  const { status, headers, body } = reply;
  if (status === 200) return read(api, body, question);
  // of a search it would mean that the address is wrong
  if (status === 404 && question.kind === 'doi') return [];
  const spentFor = api.spentFor(reply);
  if (spentFor !== undefined) throw new BudgetSpent(spentFor);
  const wait = retryAfterMs(headers.get('retry-after'), Date.now());
  throw new ProviderFailure(reasonOf(status), { retryAfterMs: wait });
}
