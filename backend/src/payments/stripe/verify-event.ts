import Stripe from 'stripe';
import { z } from 'zod';
import { ProblemException } from '../../common';

/** Seconds after which a signature is too old: what was recorded cannot be played again later. */
const TOLERANCE_S = 300;

const Envelope = z.object({
  object: z.literal('event'),
  id: z.string().min(1).max(255),
  type: z.string().min(1).max(255),
  created: z.int().min(0),
  data: z.object({ object: z.record(z.string(), z.unknown()) }),
});

const verifies = (text: string, signature: string, secret: string): boolean => {
  try {
    const { signature: scheme } = Stripe.webhooks;
    return scheme?.verifyHeader(text, signature, secret, TOLERANCE_S) ?? false;
  } catch {
    // whatever a header makes the reader stumble over, it is no signature
    return false;
  }
};

/**
 * The text of a body that is exactly its bytes. The library would decode them itself, and in doing
 * so drop a mark at the beginning and mend what is no UTF-8, so that bodies nobody signed would pass.
 */
function exactText(body: unknown): string | undefined {
  if (!Buffer.isBuffer(body)) return undefined;
  const text = body.toString('utf8');
  return Buffer.from(text).equals(body) ? text : undefined;
}

/**
 * The event in a body whose signature one of the secrets has made; nothing of the body is looked at
 * before.
 * @throws ProblemException SIGNATURE_REFUSED, MALFORMED_REQUEST
 */
export function verifiedEvent(
  body: unknown,
  signature: string | undefined,
  secrets: readonly string[],
): Stripe.Event {
  const text = exactText(body);
  const signed = text !== undefined && signature !== undefined;
  if (!signed || !secrets.some((secret) => verifies(text, signature, secret))) {
    const detail = 'This is not signed by Stripe for us, or too long ago.';
    throw new ProblemException('SIGNATURE_REFUSED', detail);
  }
  return parsed(text);
}

function parsed(text: string): Stripe.Event {
  let event: unknown;
  try {
    event = JSON.parse(text);
  } catch (cause) {
    throw new ProblemException('MALFORMED_REQUEST', 'The body is no JSON.', { cause });
  }
  if (Envelope.safeParse(event).success) return event as Stripe.Event;
  throw new ProblemException('MALFORMED_REQUEST', 'The body is no event.');
}
