import type { EntityManager } from 'typeorm';
import type { PaymentFacts } from '../state/payment-facts';
import type { RefundEnded } from './refund-ended';

const SETTLE = `update refunds set status = r.status, finished_at = now()
  from unnest($2::text[], $3::text[]) as r (id, status)
  where refunds.id::text = r.id and payment_id = $1 and refunds.status <> r.status
  returning refunds.id as "refundId", refunds.status`;

/** Tells refunds of ours how they ended, as far as that is known. @returns those that were told */
export async function settleRefunds(
  manager: EntityManager,
  paymentId: string,
  { refunds = {} }: PaymentFacts,
): Promise<RefundEnded[]> {
  const settled = Object.entries(refunds).filter(([, { value }]) => value !== 'pending');
  if (settled.length === 0) return [];
  const ids = settled.map(([id]) => id);
  const statuses = settled.map(([, { value }]) => value);
  const [ended] = await manager.query<[RefundEnded[], number]>(SETTLE, [paymentId, ids, statuses]);
  return ended;
}
