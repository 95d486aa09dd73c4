import { setTimeout as delay } from 'node:timers/promises';
import type { StripeServer } from '../../backend/src/testing/stripe/stripe-server';
import type { Api } from './api';

const PATIENCE_MS = 15_000;
const POLL_MS = 100;

interface Intent {
  paymentId: string;
  clientSecret: string;
}

/** Has a student pay for a document, and waits until the product knows. @returns the payment's id */
export async function payFor(
  student: Api,
  stripe: StripeServer,
  documentId: string,
): Promise<string> {
  const { status, body } = await student.post<Intent>('/payment/create-intent', { documentId });
  if (status !== 201) throw new Error(`paying answered ${String(status)}: ${JSON.stringify(body)}`);
  await stripe.attempt(body.clientSecret.replace(/_secret_.*/, ''));
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const payment = await student.get<{ status: string }>(`/payment/${body.paymentId}`);
    if (payment.body.status === 'paid') return body.paymentId;
    if (Date.now() > deadline) throw new Error(`the payment stays ${payment.body.status}`);
    await delay(POLL_MS);
  }
}
