export const REFUND_STATES = ['requested', 'rejected', 'approved', 'succeeded', 'failed'] as const;

export type RefundState = (typeof REFUND_STATES)[number];

/** Somebody has asked for it, or the product itself owes it. */
export const REFUND_CAUSES = ['request', 'undelivered'] as const;

export type RefundCause = (typeof REFUND_CAUSES)[number];

/** A refund as its row has it. */
export interface Refund {
  id: string;
  paymentId: string;
  cause: RefundCause;
  status: RefundState;
  reason: string;
  /** Minor units; null until it is decided. */
  amount: number | null;
  decisionReason: string | null;
  createdAt: Date;
  decidedAt: Date | null;
  finishedAt: Date | null;
}

export const REFUND_COLUMNS = `r.id, r.payment_id as "paymentId", r.cause, r.status, r.reason,
  r.amount, r.decision_reason as "decisionReason", r.created_at as "createdAt",
  r.decided_at as "decidedAt", r.finished_at as "finishedAt"`;
