import type { Type } from '@nestjs/common';
import request, { type Test } from 'supertest';
import { AdminModule } from '../../admin';
import { JobsModule } from '../../jobs';
import { JobsCoreModule } from '../../jobs/jobs-core.module';
import { PaidJobStart } from '../../jobs/worker/paid-job-start';
import { OutboxRelayModule } from '../../outbox';
import { OutboxRelay } from '../../outbox/outbox-relay';
import { PaymentsModule, PaymentWorkerModule } from '../../payments';
import type { Payment } from '../../payments/dto/payment';
import type { Refund } from '../../payments/dto/refund';
import type { CreatedCheckout, CreatedIntent } from '../../payments/dto/start-payment';
import { JobFixture, type Student } from '../jobs/job-fixture';
import type { StripeObject } from '../stripe/objects';
import { signatureOf, StripeServer } from '../stripe/stripe-server';
import { testApp, type TestApp } from '../test-app';

const PATH = '/api/v1/payment';

/** A document of 20 pages costs this much, in cents. */
export const PRICE = 1000;

/** An app in which payments are on, with a Stripe of its own. */
export class PaymentFixture {
  readonly jobs: JobFixture;

  private constructor(
    readonly target: TestApp,
    readonly stripe: StripeServer,
  ) {
    this.jobs = new JobFixture(target);
  }

  static async start(
    environment: Record<string, string> = {},
    more: readonly Type[] = [],
  ): Promise<PaymentFixture> {
    const stripe = await StripeServer.start();
    const imports = [
      ...[AdminModule, JobsCoreModule, JobsModule, OutboxRelayModule],
      ...[PaymentsModule, PaymentWorkerModule],
      ...more,
    ];
    const target = await testApp({
      features: { imports, providers: [PaidJobStart] },
      environment: { ...stripe.environment, RATE_LIMIT_DISABLED: 'true', ...environment },
    });
    return new PaymentFixture(target, stripe);
  }

  async close(): Promise<void> {
    await this.target.close();
    await this.stripe.stop();
  }

  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.target.database.dataSource.query<Row[]>(sql, parameters);
  }

  async admin(): Promise<Student> {
    const admin = await this.jobs.student();
    await this.query(`update users set role = 'admin' where id = $1`, [admin.userId]);
    return admin;
  }

  send(
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
    { accessToken }: Pick<Student, 'accessToken'>,
    body?: object,
  ): Test {
    const sent = request(this.target.server)
      [method](`/api/v1${path}`)
      .set('Authorization', `Bearer ${accessToken}`);
    return body === undefined ? sent : sent.send(body);
  }

  post(path: string, who: Student, body: object): Test {
    return this.send('post', `/payment${path}`, who, body);
  }

  async intent(who: Student, documentId: string): Promise<CreatedIntent & { intentId: string }> {
    const { body } = await this.post('/create-intent', who, { documentId }).expect(201);
    const intent = body as CreatedIntent;
    return { ...intent, intentId: (intent.clientSecret ?? '').replace(/_secret_.*/, '') };
  }

  async checkout(
    who: Student,
    documentId: string,
  ): Promise<CreatedCheckout & { sessionId: string }> {
    const { body } = await this.post('/create-checkout', who, { documentId }).expect(201);
    const checkout = body as CreatedCheckout;
    return { ...checkout, sessionId: (checkout.url ?? '').split('/').at(-1) ?? '' };
  }

  async payment(who: Student, id: string): Promise<Payment> {
    return (await this.send('get', `/payment/${id}`, who).expect(200)).body as Payment;
  }

  /** Brings an event to the webhook, signed; what is sent is `payload` when that is given. */
  deliver(event: StripeObject, payload = JSON.stringify(event), signature?: string): Test {
    return request(this.target.server)
      .post(`${PATH}/webhook`)
      .set('Content-Type', 'application/json; charset=utf-8')
      .set('Stripe-Signature', signature ?? signatureOf(payload))
      .send(payload);
  }

  /** Brings all events there are that have not come yet, in their order. */
  async deliverAll(): Promise<void> {
    for (const event of await this.news()) await this.deliver(event).expect(200);
  }

  /** Events that have not been stored. */
  async news(): Promise<StripeObject[]> {
    const rows = await this.query<{ id: string }>('select id from stripe_events');
    const known = new Set(rows.map(({ id }) => id));
    return (await this.stripe.events()).filter(({ id }) => !known.has(id));
  }

  /** A paid document, its event delivered, its job not started. */
  async paid(who: Student, titles?: readonly string[]) {
    const documentId = await this.jobs.document(who, titles);
    const { paymentId, intentId } = await this.intent(who, documentId);
    await this.stripe.attempt(intentId);
    await this.deliverAll();
    return { documentId, paymentId, intentId };
  }

  /** Has the outbox delivered until nothing is due, nor on its way by the app's own relay. */
  async relay(): Promise<void> {
    const relay = this.target.app.get(OutboxRelay, { strict: false });
    const underWay = `select 1 from outbox where delivered_at is null and dead_at is null
      and last_error is null and (attempts > 0 or due_at <= now())`;
    await this.jobs.eventually(async () => {
      await relay.relay();
      return (await this.query(underWay)).length === 0;
    });
  }

  async requestRefund(who: Student, paymentId: string): Promise<Refund> {
    const body = { paymentId, reason: 'I wrote it myself.' };
    return (await this.post('/refunds', who, body).expect(201)).body as Refund;
  }

  decide(admin: Student, refundId: string, decision: 'approve' | 'reject', amount?: number): Test {
    const body = { reason: 'As agreed', ...(amount !== undefined && { amount }) };
    return this.send('post', `/admin/refunds/${refundId}/${decision}`, admin, body);
  }

  /** Sums of a payment's entries by account, without the empty ones. */
  async books(paymentId: string): Promise<Record<string, number>> {
    const rows = await this.query<{ account: string; sum: number }>(
      `select account, sum(amount)::int as sum from ledger_entries e
         join ledger_transactions t on t.id = e.transaction_id
       where payment_id = $1 group by account having sum(amount) <> 0 order by account`,
      [paymentId],
    );
    return Object.fromEntries(rows.map(({ account, sum }) => [account, sum]));
  }

  /** Of everything that was ever posted. */
  async ledgerSum(): Promise<number> {
    const sql = 'select coalesce(sum(amount), 0)::int as sum from ledger_entries';
    return (await this.query<{ sum: number }>(sql))[0]?.sum ?? NaN;
  }

  async jobsOf(documentId: string): Promise<number> {
    const sql = 'select count(*)::int as count from jobs where document_id = $1';
    return (await this.query<{ count: number }>(sql, [documentId]))[0]?.count ?? 0;
  }
}
