import { invalid, missing } from './api-error';
import type { Attempt } from './commands';
import type { Form } from './form';
import * as make from './objects';
import type { StripeObject } from './objects';

/** Stripe's smallest charge in these currencies, in its own units. */
const SMALLEST: Readonly<Record<string, number>> = { eur: 50, usd: 50, gbp: 30, jpy: 50 };

const OPEN = ['requires_payment_method', 'requires_action', 'processing'];

/** What an account at Stripe holds, and what happens to it. */
export class StripeAccount {
  readonly objects = new Map<string, StripeObject>();
  readonly events: StripeObject[] = [];
  refundsHeld = false;
  /** Added to the real time, so that a test can let time pass. */
  clockShift = 0;

  constructor(
    private readonly base: () => string,
    private readonly announce: (event: StripeObject) => void,
  ) {}

  private get now(): number {
    return Math.floor(Date.now() / 1000) + this.clockShift;
  }

  get(id: string, type: string): StripeObject {
    const found = this.objects.get(id);
    if (found?.object !== type) throw missing(id);
    return found;
  }

  createCustomer(form: Form): StripeObject {
    return this.keep(make.customer(this.now, form));
  }

  deleteCustomer(id: string): object {
    this.get(id, 'customer');
    this.objects.delete(id);
    return { id, object: 'customer', deleted: true };
  }

  createIntent(form: Form): StripeObject {
    const amount = Number(form['amount']);
    assertAmount(amount, String(form['currency']));
    this.get(String(form['customer']), 'customer');
    const intent = this.keep(make.paymentIntent(this.now, { ...form, amount }));
    this.emit('payment_intent.created', intent);
    return intent;
  }

  createSession(form: Form): StripeObject {
    const { line_items: items, payment_intent_data: data, ...fields } = form;
    const [item] = Object.values(items as Record<string, Form>);
    const price = item?.['price_data'] as Form;
    const amount = Number(price['unit_amount']) * Number(item?.['quantity'] ?? 1);
    assertAmount(amount, String(price['currency']));
    return this.keep(
      make.session(this.now, this.base(), {
        ...fields,
        amount_subtotal: amount,
        amount_total: amount,
        currency: price['currency'],
        // kept for the intent, which is made when somebody pays
        intent_data: data ?? {},
      }),
    );
  }

  cancelIntent(id: string): StripeObject {
    const intent = this.get(id, 'payment_intent');
    assertOpen(intent);
    Object.assign(intent, { status: 'canceled', canceled_at: this.now });
    this.emit('payment_intent.canceled', intent);
    return intent;
  }

  expireSession(id: string): StripeObject {
    const session = this.get(id, 'checkout.session');
    if (session['status'] !== 'open') throw invalid('Only open sessions can be expired.');
    session['status'] = 'expired';
    this.emit('checkout.session.expired', session);
    return session;
  }

  /** A customer tries to pay an intent, or on the page of a session. */
  attempt(id: string, attempt: Attempt): StripeObject {
    const known = this.objects.get(id);
    if (known?.object !== 'checkout.session') {
      return this.attemptIntent(this.get(id, 'payment_intent'), attempt);
    }
    if (known['status'] !== 'open') throw invalid('The session is not open.');
    const intent = this.intentOf(known);
    this.attemptIntent(intent, attempt);
    if (attempt === 'declined') return known;
    const paid = attempt === 'succeeds' ? 'paid' : 'unpaid';
    Object.assign(known, { status: 'complete', payment_status: paid });
    this.emit('checkout.session.completed', known);
    return known;
  }

  /** A delayed payment arrives, or does not. */
  settle(id: string, paid: boolean): StripeObject {
    const known = this.objects.get(id);
    const session = known?.object === 'checkout.session' ? known : undefined;
    const intent = this.get(String(session?.['payment_intent'] ?? id), 'payment_intent');
    this.attemptIntent(intent, paid ? 'succeeds' : 'declined');
    if (session === undefined) return intent;
    if (paid) session['payment_status'] = 'paid';
    this.emit(`checkout.session.async_payment_${paid ? 'succeeded' : 'failed'}`, session);
    return session;
  }

  createRefund(form: Form): StripeObject {
    const intent = this.get(String(form['payment_intent']), 'payment_intent');
    const charge = this.get(String(intent['latest_charge']), 'charge');
    const left = Number(charge['amount']) - Number(charge['amount_refunded']);
    const amount = form['amount'] === undefined ? left : Number(form['amount']);
    if (charge['disputed'] === true) throw invalid('The charge is disputed.', 'charge_disputed');
    if (left === 0) throw invalid('The charge is refunded.', 'charge_already_refunded');
    if (amount > left)
      throw invalid(`Refund amount is greater than ${String(left)}`, 'amount_too_large');
    const status = this.refundsHeld ? 'pending' : 'succeeded';
    const { metadata = {}, reason = null } = form;
    const refund = this.keep(make.refund(this.now, charge, { amount, metadata, reason, status }));
    const refunded = Number(charge['amount_refunded']) + amount;
    Object.assign(charge, { amount_refunded: refunded, refunded: amount === left });
    this.emit('refund.created', refund);
    this.emit('charge.refunded', charge);
    return refund;
  }

  failRefund(id: string): StripeObject {
    const refund = this.get(id, 'refund');
    const charge = this.get(String(refund['charge']), 'charge');
    const refunded = Number(charge['amount_refunded']) - Number(refund['amount']);
    Object.assign(charge, { amount_refunded: refunded, refunded: false });
    refund['status'] = 'failed';
    this.emit('refund.failed', refund);
    return refund;
  }

  dispute(intentId: string, amount: number): StripeObject {
    const intent = this.get(intentId, 'payment_intent');
    const charge = this.get(String(intent['latest_charge']), 'charge');
    charge['disputed'] = true;
    const dispute = this.keep(make.dispute(this.now, charge, amount));
    this.emit('charge.dispute.created', dispute);
    this.emit('charge.dispute.funds_withdrawn', dispute);
    return dispute;
  }

  closeDispute(id: string, won: boolean): StripeObject {
    const dispute = this.get(id, 'dispute');
    dispute['status'] = won ? 'won' : 'lost';
    const charge = this.get(String(dispute['charge']), 'charge');
    charge['disputed'] = false;
    this.emit('charge.dispute.closed', dispute);
    if (won) this.emit('charge.dispute.funds_reinstated', dispute);
    return dispute;
  }

  private attemptIntent(intent: StripeObject, attempt: Attempt): StripeObject {
    assertOpen(intent);
    if (attempt === 'delayed') {
      intent['status'] = 'processing';
      this.emit('payment_intent.processing', intent);
    } else if (attempt === 'declined') {
      const error = {
        type: 'card_error',
        code: 'card_declined',
        message: 'Your card was declined.',
      };
      Object.assign(intent, { status: 'requires_payment_method', last_payment_error: error });
      this.emit('payment_intent.payment_failed', intent);
    } else {
      const charge = this.keep(make.charge(this.now, intent));
      Object.assign(intent, {
        status: 'succeeded',
        amount_received: intent['amount'],
        latest_charge: charge.id,
        last_payment_error: null,
      });
      this.emit('charge.succeeded', charge);
      this.emit('payment_intent.succeeded', intent);
    }
    return intent;
  }

  private intentOf(session: StripeObject): StripeObject {
    if (session['payment_intent'] !== null) {
      return this.get(String(session['payment_intent']), 'payment_intent');
    }
    const { amount_total: amount, currency, customer } = session;
    const data = session['intent_data'] as Form;
    const intent = this.keep(make.paymentIntent(this.now, { ...data, amount, currency, customer }));
    session['payment_intent'] = intent.id;
    this.emit('payment_intent.created', intent);
    return intent;
  }

  private keep(object: StripeObject): StripeObject {
    this.objects.set(object.id, object);
    return object;
  }

  private emit(type: string, object: StripeObject): void {
    const event = make.event(this.now, type, object);
    this.events.push(event);
    this.announce(event);
  }
}

function assertAmount(amount: number, currency: string): void {
  if (!Number.isInteger(amount) || amount < 1)
    throw invalid('Invalid integer', undefined, 'amount');
  if (!/^[a-z]{3}$/.test(currency)) throw invalid('Invalid currency', undefined, 'currency');
  if (amount >= (SMALLEST[currency] ?? 1)) return;
  throw invalid('Amount must be at least the minimum charge', 'amount_too_small', 'amount');
}

function assertOpen(intent: StripeObject): void {
  const status = String(intent['status']);
  if (OPEN.includes(status)) return;
  const message = `This PaymentIntent has a status of ${status}.`;
  throw invalid(message, 'payment_intent_unexpected_state');
}
