import { ProblemException } from '../common';
import type { Document } from '../documents';

/** @throws ProblemException JOB_ACTIVE while a job writes the document */
export function assertIdle({ status }: Pick<Document, 'status'>): void {
  if (status !== 'generating') return;
  const detail = 'The document is being written. Wait for the end, or cancel the writing first.';
  throw new ProblemException('JOB_ACTIVE', detail);
}
