import { computed, effect, inject, Injectable, signal } from '@angular/core';
import type { CreatedIntent, PaymentSummary } from '../../api/generated/models';
import { Pricing } from '../../core/pricing/pricing';
import { type Problem, problemOf } from '../../core/problem/problem';
import { PaymentRequests } from './payment-requests';
import { isOpen } from './payment-states';
import { poll } from './poll';

export type PaymentView = 'loading' | 'free' | 'offer' | 'waiting' | 'expired' | 'settled';

/** What the form for cards needs. */
export interface CardPayment {
  clientSecret: string;
  publishableKey: string;
}

/** Events of a page that was just left come within this time, or something is wrong. */
const FRESH_MS = 20_000;

type Due = Pick<CreatedIntent, 'paymentId' | 'amount' | 'currency'>;

/** The payment of one document, from the offer to the job that it starts. */
@Injectable()
export class PaymentStore {
  private readonly requests = inject(PaymentRequests);
  private readonly pricing = inject(Pricing);
  private documentId = '';

  readonly prices = this.pricing.list;
  readonly payment = signal<PaymentSummary | null>(null);
  readonly busy = signal<'quote' | 'discount' | 'card' | 'checkout' | 'free' | null>(null);
  readonly problem = signal<Problem | null>(null);
  readonly discountProblem = signal<Problem | null>(null);
  /** The server asks for something else than what was on the screen. */
  readonly changed = signal(false);
  /** The form for cards is open. */
  readonly card = signal<CardPayment | null>(null);
  /** The reader has done their part; the bank's word is awaited. */
  private readonly awaited = signal(false);
  /** It was done just now: what is known of an earlier attempt says nothing about it. */
  private readonly fresh = signal(false);

  readonly view = computed((): PaymentView => {
    if (this.prices()?.enabled === false) return 'free';
    const payment = this.payment();
    if (payment === null) return 'loading';
    if (payment.status === 'expired') return 'expired';
    if (!isOpen(payment)) return 'settled';
    const waits = this.awaited() && (this.fresh() || payment.status !== 'failed');
    return waits ? 'waiting' : 'offer';
  });

  /** Something is under way that the server will know of by itself. */
  private readonly followed = computed(() => {
    const payment = this.payment();
    if (this.view() === 'settled') return payment?.status === 'paid' && payment.jobId === null;
    return this.view() === 'waiting' || payment?.status === 'pending';
  });

  constructor() {
    effect((onCleanup) => {
      if (this.followed()) onCleanup(poll(() => this.look()));
    });
  }

  /** @param paymentId the payment that the reader comes back from, if any */
  async open(documentId: string, paymentId?: string): Promise<void> {
    this.documentId = documentId;
    this.payment.set(null);
    this.awaited.set(false);
    await this.run('quote', async () => {
      if (!(await this.pricing.load()).enabled) return;
      const back = paymentId ? await this.requests.find(documentId, paymentId) : null;
      if (back === null) {
        await this.quote();
        return;
      }
      this.payment.set(back);
      this.done();
      setTimeout(() => {
        this.fresh.set(false);
      }, FRESH_MS);
    });
  }

  /** Asks for a new offer, at the prices of now. */
  async renew(): Promise<void> {
    await this.run('quote', async () => {
      this.awaited.set(false);
      this.card.set(null);
      await this.quote();
    });
  }

  /** @param code null takes the code back */
  async discount(code: string | null): Promise<void> {
    await this.run('discount', async () => {
      this.card.set(null);
      try {
        await this.quote(code);
      } catch (error) {
        const problem = problemOf(error);
        if (problem.status !== 422) throw error;
        this.discountProblem.set(problem);
      }
    });
  }

  /** Opens the form for cards. */
  async payByCard(): Promise<void> {
    await this.run('card', async () => {
      const intent = await this.agreed(this.requests.intent(this.documentId));
      const publishableKey = this.prices()?.publishableKey;
      if (intent === null || !publishableKey) return;
      const { clientSecret } = intent;
      if (clientSecret !== null) this.card.set({ clientSecret, publishableKey });
    });
  }

  /** @returns the page to pay on; null when there is no need to go there, or no way */
  async payByCheckout(): Promise<string | null> {
    let url: string | null = null;
    await this.run('checkout', async () => {
      this.card.set(null);
      url = (await this.agreed(this.requests.checkout(this.documentId)))?.url ?? null;
    });
    return url;
  }

  /** Accepts an offer that costs nothing. */
  async accept(): Promise<void> {
    await this.run('free', async () => {
      await this.agreed(this.requests.intent(this.documentId));
    });
  }

  /** The form has done its part. */
  async awaitBank(): Promise<void> {
    this.card.set(null);
    this.done();
    await this.look();
  }

  private done(): void {
    this.awaited.set(true);
    this.fresh.set(true);
  }

  /** What is being paid elsewhere, or is paid already, is shown as it stands. */
  private async quote(discountCode?: string | null): Promise<void> {
    try {
      this.payment.set(await this.requests.quote(this.documentId, discountCode));
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'ALREADY_PAID' && (await this.showLatest())) return;
      if (problem.code !== 'DISCOUNT_REFUSED' || discountCode !== undefined) throw error;
      // the code of the last offer works no longer: the price without it, and why
      this.payment.set(await this.requests.quote(this.documentId, null));
      this.discountProblem.set(problem);
    }
  }

  private async showLatest(): Promise<boolean> {
    const latest = await this.requests.latest(this.documentId);
    if (latest === null) return false;
    this.card.set(null);
    this.awaited.set(true);
    this.payment.set(latest);
    return true;
  }

  /** @returns null when something else is due than what the reader has seen; that is then shown */
  private async agreed<Created extends Due>(creation: Promise<Created>): Promise<Created | null> {
    const seen = this.payment();
    try {
      const created = await creation;
      const { paymentId: id, amount, currency } = created;
      if (seen?.amount === amount && seen.currency === currency) {
        this.payment.set({ ...seen, id });
        await this.look();
        return created;
      }
    } catch (error) {
      if (problemOf(error).code === 'ALREADY_PAID' && (await this.showLatest())) return null;
      throw error;
    }
    await this.quote();
    this.changed.set(true);
    return null;
  }

  private async look(): Promise<void> {
    const id = this.payment()?.id;
    if (id === undefined) return;
    try {
      const payment = await this.requests.payment(id);
      if (this.payment()?.id === id) this.payment.set(payment);
    } catch {
      // the next look may be answered
    }
  }

  private async run(
    what: NonNullable<ReturnType<typeof this.busy>>,
    step: () => Promise<void>,
  ): Promise<void> {
    if (this.busy() !== null) return;
    this.busy.set(what);
    this.problem.set(null);
    this.discountProblem.set(null);
    this.changed.set(false);
    try {
      await step();
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(null);
    }
  }
}
