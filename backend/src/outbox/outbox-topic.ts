import type { z } from 'zod';

/** A kind of message, with what it carries. */
export interface OutboxTopic<Payload> {
  /** As stored: never to be renamed while messages of it may wait. */
  name: string;
  payload: z.ZodType<Payload>;
}

/** A message on its way out. */
export interface OutboxMessage {
  /** UUIDv7, the same at every attempt: whoever takes the message can know it again by this. */
  id: string;
  topic: string;
  payload: unknown;
  /** This one included. */
  attempts: number;
}
