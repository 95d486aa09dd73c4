import { z } from 'zod';
import type { OutboxTopic } from '../../outbox';

const AccountErased = z.object({ documentIds: z.array(z.guid()) });

/** An account is gone, and the files of its documents are to go. */
export const ACCOUNT_ERASED: OutboxTopic<z.infer<typeof AccountErased>> = {
  name: 'account-erased',
  payload: AccountErased,
};
