import { join } from 'node:path';
import Stripe from 'stripe';
import { ServerProcess } from '../server-process';
import type { Answer, Attempt, Command, Fault, SeenRequest } from './commands';
import type { StripeObject } from './objects';

export const WEBHOOK_SECRET = 'whsec_double_of_the_tests';

/** A running double of Stripe, to be told what customers and banks do. */
export class StripeServer {
  private constructor(private readonly process: ServerProcess<Command, Answer>) {}

  static async start(): Promise<StripeServer> {
    return new StripeServer(await ServerProcess.start(join(__dirname, 'server.ts')));
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.process.port)}`;
  }

  /** What a product has to be told to use it. */
  get environment() {
    return {
      STRIPE_SECRET_KEY: 'sk_test_double',
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      STRIPE_API_BASE: this.url,
    };
  }

  /** Has events delivered there from now on; null for nowhere. */
  async deliverTo(url: string | null): Promise<void> {
    await this.tell({ kind: 'webhook', url, secret: WEBHOOK_SECRET });
  }

  /** A customer tries to pay an intent or a session. */
  attempt(id: string, attempt: Attempt = 'succeeds'): Promise<StripeObject> {
    return this.make({ kind: 'attempt', id, attempt });
  }

  /** A delayed payment arrives, or does not. */
  settle(id: string, paid: boolean): Promise<StripeObject> {
    return this.make({ kind: 'settle', id, paid });
  }

  expire(sessionId: string): Promise<StripeObject> {
    return this.make({ kind: 'expire', id: sessionId });
  }

  refundAtStripe(intentId: string, amount: number): Promise<StripeObject> {
    return this.make({ kind: 'refund at stripe', intentId, amount });
  }

  failRefund(refundId: string): Promise<StripeObject> {
    return this.make({ kind: 'fail refund', refundId });
  }

  dispute(intentId: string, amount: number): Promise<StripeObject> {
    return this.make({ kind: 'dispute', intentId, amount });
  }

  closeDispute(disputeId: string, won: boolean): Promise<StripeObject> {
    return this.make({ kind: 'close dispute', disputeId, won });
  }

  /** What the next requests meet, one each. */
  async meet(faults: Fault[]): Promise<void> {
    await this.tell({ kind: 'faults', faults });
  }

  /** Whether refunds stay pending, as those to banks do. */
  async holdRefunds(held: boolean): Promise<void> {
    await this.tell({ kind: 'hold refunds', held });
  }

  /** Lets so many seconds pass. */
  async pass(seconds: number): Promise<void> {
    await this.tell({ kind: 'clock', seconds });
  }

  async events(): Promise<StripeObject[]> {
    return (await this.tell({ kind: 'state' })).events;
  }

  async objects(type: string): Promise<StripeObject[]> {
    const { objects } = await this.tell({ kind: 'state' });
    return objects.filter(({ object }) => object === type);
  }

  async requests(path: string): Promise<SeenRequest[]> {
    const { requests } = await this.tell({ kind: 'state' });
    return requests.filter((request) => request.path === path);
  }

  stop(): Promise<void> {
    return this.process.stop();
  }

  private async tell(command: Command): Promise<Answer> {
    const answer = await this.process.ask(command);
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer;
  }

  private async make(command: Command): Promise<StripeObject> {
    const { object } = await this.tell(command);
    if (object === undefined) throw new Error('Nothing came of it');
    return object;
  }
}

/** A signature as Stripe makes it, `age` seconds old. */
export const signatureOf = (payload: string, secret = WEBHOOK_SECRET, age = 0): string =>
  Stripe.webhooks.generateTestHeaderString({
    payload,
    secret,
    timestamp: Math.floor(Date.now() / 1000) - age,
  });
