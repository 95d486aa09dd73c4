import { z } from 'zod';
import type { OutboxTopic } from '../../outbox';

const RefundEnded = z.object({
  refundId: z.guid(),
  status: z.enum(['succeeded', 'failed', 'rejected']),
});

export type RefundEnded = z.infer<typeof RefundEnded>;

/** What has become of money that was asked back, or owed. */
export const REFUND_ENDED: OutboxTopic<RefundEnded> = {
  name: 'refund-ended',
  payload: RefundEnded,
};
