import { z } from 'zod';
import type { OutboxTopic } from '../outbox';

const DocumentRemoved = z.object({ documentId: z.guid() });

/** A document is gone, and whatever lies in its folder is to go. */
export const DOCUMENT_REMOVED: OutboxTopic<z.infer<typeof DocumentRemoved>> = {
  name: 'document-removed',
  payload: DocumentRemoved,
};
