import { z } from 'zod';
import { PageQuery, sortedBy } from '../../common';
import { REFUND_CAUSES, REFUND_STATES, type Refund as StoredRefund } from '../refunds/refund';

const reason = z.string().trim().min(3).max(1000);

export const RequestedRefund = z
  .strictObject({ paymentId: z.guid(), reason })
  .meta({ id: 'RequestedRefund' });

export type RequestedRefund = z.infer<typeof RequestedRefund>;

export const ApprovedRefund = z
  .strictObject({
    reason,
    amount: z
      .int()
      .min(1)
      .optional()
      .describe('In the currency’s minor unit; without, all that can still go back'),
  })
  .meta({ id: 'ApprovedRefund' });

export type ApprovedRefund = z.infer<typeof ApprovedRefund>;

export const RejectedRefund = z.strictObject({ reason }).meta({ id: 'RejectedRefund' });

export type RejectedRefund = z.infer<typeof RejectedRefund>;

export const Refund = z
  .object({
    id: z.guid(),
    paymentId: z.guid(),
    cause: z.enum(REFUND_CAUSES).describe('Asked for, or owed for what could not be written'),
    status: z.enum(REFUND_STATES),
    reason: z.string(),
    amount: z.int().nullable().describe('In the currency’s minor unit; null until decided'),
    decisionReason: z.string().nullable(),
    createdAt: z.iso.datetime(),
    decidedAt: z.iso.datetime().nullable(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Refund' });

export type Refund = z.infer<typeof Refund>;

export const RefundQuery = PageQuery.extend({
  status: z.enum(REFUND_STATES).optional(),
  paymentId: z.guid().optional(),
  ...sortedBy(['createdAt', 'amount']),
});

export type RefundQuery = z.infer<typeof RefundQuery>;

export const toRefund = ({
  createdAt,
  decidedAt,
  finishedAt,
  ...refund
}: StoredRefund): Refund => ({
  ...refund,
  createdAt: createdAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
  finishedAt: finishedAt?.toISOString() ?? null,
});
