import type { PaymentSummary, Refund } from '../../api/generated/models';
import type { BadgeTone } from '../../ui/badge/badge';

export type PaymentStatus = PaymentSummary['status'];

export const STATUS_TONES: Readonly<Record<PaymentStatus, BadgeTone>> = {
  quoted: 'plain',
  pending: 'warn',
  paid: 'good',
  failed: 'bad',
  expired: 'plain',
  refunding: 'accent',
  partially_refunded: 'plain',
  refunded: 'plain',
  disputed: 'bad',
  won: 'good',
  lost: 'bad',
};

export const REFUND_TONES: Readonly<Record<Refund['status'], BadgeTone>> = {
  requested: 'warn',
  rejected: 'bad',
  approved: 'good',
  succeeded: 'good',
  failed: 'bad',
};

/** It can still be paid. */
export const isOpen = ({ status }: PaymentSummary): boolean =>
  status === 'quoted' || status === 'pending' || status === 'failed';
