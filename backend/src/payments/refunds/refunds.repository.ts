import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { newId, notFound, ProblemException } from '../../common';
import type { RefundQuery } from '../dto/refund';
import { type Refund, REFUND_COLUMNS } from './refund';

const OF_PAYMENT = `select ${REFUND_COLUMNS} from refunds r where r.payment_id = $1
  order by r.created_at desc, r.id desc`;

const GET = `select ${REFUND_COLUMNS} from refunds r where r.id = $1`;

const MATCHING = `from refunds r where ($1::text is null or r.status = $1)
  and ($2::uuid is null or r.payment_id = $2)`;

const SORTED = { createdAt: 'r.created_at', amount: 'r.amount' };

const COUNT = `select count(*)::int as total ${MATCHING}`;

const REQUEST = `insert into refunds as r (id, payment_id, cause, requested_by, reason, status)
  values ($1, $2, 'request', $3, $4, 'requested')
  on conflict (payment_id) where status = 'requested' do nothing returning ${REFUND_COLUMNS}`;

const OWE = `insert into refunds (id, payment_id, cause, reason, status, amount, decided_at)
  values ($1, $2, 'undelivered', $3, 'approved', $4, now())`;

const DECIDE = `update refunds as r set status = $2, amount = $3, decided_by = $4,
    decision_reason = $5, decided_at = now()
  where r.id = $1 and r.status = 'requested' returning r.id`;

interface Decision {
  status: 'approved' | 'rejected';
  amount: number | null;
  adminId: string;
  reason: string;
}

@Injectable()
export class RefundsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The newest first. Whoever may see the payment may see these. */
  ofPayment(paymentId: string): Promise<Refund[]> {
    return this.dataSource.query<Refund[]>(OF_PAYMENT, [paymentId]);
  }

  /** @throws ProblemException NOT_FOUND */
  async get(id: string, manager: EntityManager = this.dataSource.manager): Promise<Refund> {
    const [refund] = await manager.query<Refund[]>(GET, [id]);
    if (refund === undefined) throw notFound();
    return refund;
  }

  /** Of all users. */
  async list({ status, paymentId, sort, order, page, perPage }: RefundQuery) {
    const list = `select ${REFUND_COLUMNS} ${MATCHING}
      order by ${SORTED[sort]} ${order} nulls last, r.id ${order} limit $3 offset $4`;
    const matching = [status ?? null, paymentId ?? null];
    const [items, [count]] = await Promise.all([
      this.dataSource.query<Refund[]>(list, [...matching, perPage, (page - 1) * perPage]),
      this.dataSource.query<{ total: number }[]>(COUNT, matching),
    ]);
    return { items, total: count?.total ?? 0 };
  }

  /** @throws ProblemException CONFLICT when one waits for its decision */
  async request(
    manager: EntityManager,
    paymentId: string,
    userId: string,
    reason: string,
  ): Promise<Refund> {
    const [refund] = await manager.query<Refund[]>(REQUEST, [newId(), paymentId, userId, reason]);
    if (refund !== undefined) return refund;
    const detail = 'You have asked for this already; it waits for a decision.';
    throw new ProblemException('CONFLICT', detail);
  }

  /** Id of a refund that nobody has to ask for. */
  async owe(
    manager: EntityManager,
    paymentId: string,
    amount: number,
    reason: string,
  ): Promise<string> {
    const id = newId();
    await manager.query(OWE, [id, paymentId, reason, amount]);
    return id;
  }

  /** @throws ProblemException INVALID_TRANSITION when it has been decided */
  async decide(
    manager: EntityManager,
    id: string,
    { status, amount, adminId, reason }: Decision,
  ): Promise<void> {
    const parameters = [id, status, amount, adminId, reason];
    const [rows] = await manager.query<[unknown[], number]>(DECIDE, parameters);
    if (rows.length > 0) return;
    throw new ProblemException('INVALID_TRANSITION', 'This refund has been decided already.');
  }
}
