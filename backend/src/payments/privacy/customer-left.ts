import { z } from 'zod';
import type { OutboxTopic } from '../../outbox';

const CustomerLeft = z.object({ customerId: z.string() });

/** A customer whose account is gone: Stripe is to forget it, too. */
export const CUSTOMER_LEFT: OutboxTopic<z.infer<typeof CustomerLeft>> = {
  name: 'customer-left',
  payload: CustomerLeft,
};
