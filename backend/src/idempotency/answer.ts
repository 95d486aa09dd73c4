import type { Response } from 'express';
import { ProblemException } from '../common';
import type { KeyHolder, StoredAnswer } from './idempotency.repository';

/** Headers that belong to the answer's meaning. */
const REPEATED_HEADERS = ['content-type', 'etag', 'location'];

/** What of an answer is repeated, taken before it is sent. */
export function answerOf(response: Response, body: unknown): StoredAnswer {
  const headers = Object.fromEntries(
    REPEATED_HEADERS.flatMap((name) => {
      const value = response.getHeader(name);
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
  return { headers, ...(typeof body === 'string' && { body }) };
}

/** @throws ProblemException IDEMPOTENCY_KEY_REUSED, REQUEST_IN_PROGRESS */
export function repeatAnswer(holder: KeyHolder, fingerprint: Buffer, response: Response): void {
  if (!holder.requestHash.equals(fingerprint)) {
    const detail = 'This Idempotency-Key was used for another request. Take a new one.';
    throw new ProblemException('IDEMPOTENCY_KEY_REUSED', detail);
  }
  if (holder.status === null || holder.answer === null) {
    const detail = 'The first request with this Idempotency-Key is still running.';
    throw new ProblemException('REQUEST_IN_PROGRESS', detail, { retryAfter: 1 });
  }
  response.status(holder.status).set(holder.answer.headers).send(holder.answer.body);
}
