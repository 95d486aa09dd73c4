import { z } from 'zod';
import type { OutboxTopic } from '../../outbox';

const RefundApproved = z.object({ refundId: z.guid() });

/** Money is to go back. */
export const REFUND_APPROVED: OutboxTopic<z.infer<typeof RefundApproved>> = {
  name: 'refund-approved',
  payload: RefundApproved,
};
