import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ProblemException } from '../common';
import { CONFIGURATION, type Configuration } from '../config';
import { COVERING_STATES } from './state/payment-state';

const FROZEN = `select 1 from payments where user_id = $1 and status = 'disputed' limit 1`;

const COVERED = `select coalesce(sum(pages - pages_returned), 0)::int as pages from payments
  where document_id = $1 and paid_at is not null and status = any($2)`;

const PAGES = 'select target_pages as pages from documents where id = $1';

const ATTACH = `update payments set job_id = $2, updated_at = now()
  where document_id = $1 and job_id is null and paid_at is not null and status = any($3)`;

const WAITING = `select user_id as "userId", document_id as "documentId" from payments
  where id = $1 and job_id is null and status = any($2)`;

/** What is written only when it is paid for, as the jobs ask. With payments off nothing is asked. */
@Injectable()
export class PaidWriting {
  constructor(@Inject(CONFIGURATION) private readonly config: Configuration) {}

  /**
   * For who has locked the document.
   * @throws ProblemException PAYMENT_REQUIRED, PAYMENTS_FROZEN
   */
  async assertPaid(manager: EntityManager, userId: string, documentId: string): Promise<void> {
    if (this.config.stripe === undefined) return;
    await this.assertNotFrozen(manager, userId);
    const [document] = await manager.query<{ pages: number }[]>(PAGES, [documentId]);
    const missing = (document?.pages ?? 0) - (await this.coveredPages(manager, documentId));
    if (missing <= 0) return;
    const detail = `${String(missing)} pages of this document are not paid for. Pay first; the writing then begins by itself.`;
    throw new ProblemException('PAYMENT_REQUIRED', detail);
  }

  /** @throws ProblemException PAYMENTS_FROZEN while a payment of the account is disputed */
  async assertNotFrozen(manager: EntityManager, userId: string): Promise<void> {
    if ((await manager.query<unknown[]>(FROZEN, [userId])).length === 0) return;
    const detail =
      'A payment of yours is disputed at your bank. Until that is settled nothing new can be paid for or written; your documents stay open to you.';
    throw new ProblemException('PAYMENTS_FROZEN', detail);
  }

  /** Pages of a document that payments carry. */
  async coveredPages(manager: EntityManager, documentId: string): Promise<number> {
    const parameters = [documentId, COVERING_STATES];
    return (await manager.query<{ pages: number }[]>(COVERED, parameters))[0]?.pages ?? 0;
  }

  /** Notes which job writes what is paid for, so that it gets no second one. */
  async attachJob(manager: EntityManager, documentId: string, jobId: string): Promise<void> {
    await manager.query(ATTACH, [documentId, jobId, COVERING_STATES]);
  }

  /** A payment whose job has not been started; undefined when it has, or when it carries nothing. */
  async waiting(
    manager: EntityManager,
    paymentId: string,
  ): Promise<{ userId: string; documentId: string } | undefined> {
    const parameters = [paymentId, COVERING_STATES];
    return (await manager.query<{ userId: string; documentId: string }[]>(WAITING, parameters))[0];
  }
}
