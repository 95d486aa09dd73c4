import { z } from 'zod';
import type { OutboxTopic } from '../outbox';

const PaymentCaptured = z.object({ paymentId: z.guid() });

/** The money for a document has come: its writing can begin. */
export const PAYMENT_CAPTURED: OutboxTopic<z.infer<typeof PaymentCaptured>> = {
  name: 'payment-captured',
  payload: PaymentCaptured,
};
