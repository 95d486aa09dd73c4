import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Payment, PAYMENT_COLUMNS } from '../payment';
import { PaymentWriter } from '../payment-writer';
import { valueOf } from '../pricing/price';
import { COVERING_STATES } from '../state/payment-state';
import { ApproveRefund, refundable } from './approve-refund';
import { RefundsRepository } from './refunds.repository';

/** The latest first: what was added last is what is missing. */
const CARRYING = `select ${PAYMENT_COLUMNS} from payments
  where document_id = $1 and paid_at is not null and status = any($2)
  order by paid_at desc, id desc for update`;

/** Words that were to be written, and those of them that are not. */
const WORDS = `select coalesce(sum(o."targetWords"), 0)::float8 as planned,
    coalesce(sum(o."targetWords") filter (where s.status is distinct from 'written'
      and s.status is distinct from 'edited'), 0)::float8 as unwritten
  from documents d
    cross join lateral jsonb_to_recordset(d.outline -> 'sections') as o (id uuid, "targetWords" int)
    left join sections s on s.id = o.id
  where d.id = $1 and o."targetWords" > 0`;

const RETURN_PAGES = `update payments set pages_returned = pages_returned + $2, updated_at = now()
  where id = $1`;

const WHY = 'The writing failed; pages that were not written are refunded.';
const GONE = 'The document was deleted before its writing had begun.';

/** Gives back by itself what was paid for and not delivered. */
@Injectable()
export class Undelivered {
  constructor(
    private readonly writer: PaymentWriter,
    private readonly refunds: RefundsRepository,
    private readonly approval: ApproveRefund,
  ) {}

  /**
   * Refunds the pages of sections without text, after the last attempt. For who has locked the
   * document. Pages that have gone back are no longer paid for.
   */
  async refundUnwritten(manager: EntityManager, documentId: string): Promise<void> {
    const payments = await manager.query<Payment[]>(CARRYING, [documentId, COVERING_STATES]);
    if (payments.length === 0) return;
    const carried = payments.reduce(
      (sum, { pages, pagesReturned }) => sum + pages - pagesReturned,
      0,
    );
    let missing = Math.ceil(carried * (await this.unwrittenShare(manager, documentId)));
    for (const payment of payments) {
      const pages = Math.min(missing, payment.pages - payment.pagesReturned);
      if (pages > 0) await this.giveBack(manager, payment, pages, WHY);
      missing -= pages;
    }
  }

  /** Refunds the whole of a payment whose document is gone. */
  async refundAll(manager: EntityManager, paymentId: string): Promise<void> {
    const payment = await this.writer.lock(manager, paymentId);
    const pages = payment.pages - payment.pagesReturned;
    if (pages > 0) await this.giveBack(manager, payment, pages, GONE);
  }

  private async unwrittenShare(manager: EntityManager, documentId: string): Promise<number> {
    const [words] = await manager.query<{ planned: number; unwritten: number }[]>(WORDS, [
      documentId,
    ]);
    const { planned = 0, unwritten = 0 } = words ?? {};
    return planned === 0 ? 1 : unwritten / planned;
  }

  private async giveBack(
    manager: EntityManager,
    payment: Payment,
    pages: number,
    reason: string,
  ): Promise<void> {
    await manager.query(RETURN_PAGES, [payment.id, pages]);
    // from the whole, so that parts add up to it
    const before = valueOf(payment.pagesReturned, payment);
    const value = valueOf(payment.pagesReturned + pages, payment) - before;
    const amount = Math.min(value, refundable(payment));
    if (amount === 0) return;
    const refundId = await this.refunds.owe(manager, payment.id, amount, reason);
    await this.approval.approve(manager, payment, refundId, amount);
  }
}
