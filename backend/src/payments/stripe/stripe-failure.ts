import Stripe from 'stripe';
import { ProblemException } from '../../common';

const RETRY_SECONDS = 30;

export function paymentsOff(): ProblemException {
  const detail = 'Nothing has to be paid here: writing is free of charge.';
  return new ProblemException('PAYMENTS_OFF', detail);
}

/** Whether Stripe has understood the request and refuses it for good. */
export const isRefusal = (error: unknown): error is Stripe.errors.StripeError =>
  error instanceof Stripe.errors.StripeInvalidRequestError ||
  error instanceof Stripe.errors.StripeIdempotencyError;

/** Runs a call of Stripe's API. @throws ProblemException PAYMENT_PROVIDER_FAILED */
export async function asking<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } catch (error) {
    if (isRefusal(error)) throw error;
    const detail = 'The payment provider did not answer. Nothing was charged; try again.';
    const options = { cause: error, retryAfter: RETRY_SECONDS };
    throw new ProblemException('PAYMENT_PROVIDER_FAILED', detail, options);
  }
}
