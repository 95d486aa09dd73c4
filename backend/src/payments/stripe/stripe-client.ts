import Stripe from 'stripe';
import { CONFIGURATION, type Configuration } from '../../config';

/** Injection token of the {@link Stripe} client; undefined while payments are off. */
export const STRIPE = Symbol('Stripe');

/** What the SDK's types describe; to be raised together with it. */
const API_VERSION = '2026-10-28.endive';

const TIMEOUT_MS = 20_000;
const RETRIES = 2;

export function stripeClient({ stripe }: Pick<Configuration, 'stripe'>): Stripe | undefined {
  if (stripe === undefined) return undefined;
  const { hostname, port, protocol } = new URL(stripe.apiBase);
  return new Stripe(stripe.secretKey, {
    apiVersion: API_VERSION,
    host: hostname,
    protocol: protocol === 'http:' ? 'http' : 'https',
    ...(port !== '' && { port }),
    timeout: TIMEOUT_MS,
    maxNetworkRetries: RETRIES,
    telemetry: false,
  });
}

export const stripeProvider = {
  provide: STRIPE,
  inject: [CONFIGURATION],
  useFactory: stripeClient,
};
