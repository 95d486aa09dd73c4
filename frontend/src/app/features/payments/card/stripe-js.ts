import type { Stripe, StripeElementLocale } from '@stripe/stripe-js';
import { loadStripe } from '@stripe/stripe-js/pure';
import type { Language } from '../../../core/i18n/languages';

/** The default policy of Trusted Types, as far as Stripe's script needs one. */
interface TrustedTypePolicies {
  readonly defaultPolicy: unknown;
  createPolicy(name: 'default', rules: { createScriptURL(url: string): string | null }): unknown;
}

const STRIPE_HOST = /^(?:[\w-]+\.)?js\.stripe\.com$/;

/** Ukrainian is none of Stripe's languages; it then goes by the browser. */
const LANGUAGES: Readonly<Record<Language, StripeElementLocale>> = {
  en: 'en',
  it: 'it',
  uk: 'auto',
};

/** The address itself when it is a script of Stripe's, else null, at which the browser refuses. */
export function scriptOfStripe(url: string): string | null {
  const { protocol, hostname } = new URL(url, 'invalid://');
  return protocol === 'https:' && STRIPE_HOST.test(hostname) ? url : null;
}

/** Lets scripts of Stripe's into the page, and nothing else. */
function allowStripe(window: Window): void {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypePolicies };
  if (trustedTypes === undefined || trustedTypes.defaultPolicy !== null) return;
  trustedTypes.createPolicy('default', { createScriptURL: scriptOfStripe });
}

/**
 * Stripe's script, which has to come from Stripe itself (PCI DSS), loaded when a card is to be
 * typed and not before.
 * @throws Error when it cannot be had
 */
export async function stripeJs(
  window: Window,
  publishableKey: string,
  language: Language,
): Promise<Stripe> {
  allowStripe(window);
  const stripe = await loadStripe(publishableKey, { locale: LANGUAGES[language] });
  if (stripe === null) throw new Error('Stripe.js is for browsers');
  return stripe;
}
