import request from 'supertest';
import type { Student } from '../../testing/jobs/job-fixture';
import { PaymentFixture, PRICE } from '../../testing/payments/payment-fixture';
import { newStripeId, type StripeObject } from '../../testing/stripe/objects';
import { signatureOf, WEBHOOK_SECRET } from '../../testing/stripe/stripe-server';

const OLD_SECRET = 'whsec_that_is_being_replaced';

let payments: PaymentFixture;
let student: Student;

beforeAll(async () => {
  const secrets = `${WEBHOOK_SECRET},${OLD_SECRET}`;
  payments = await PaymentFixture.start({ STRIPE_WEBHOOK_SECRET: secrets });
  student = await payments.jobs.student();
});

afterAll(() => payments.close());

/** A payment that is made at Stripe, of which nothing has been told; and the event that tells it. */
async function untold() {
  const documentId = await payments.jobs.document(student);
  const { paymentId, intentId } = await payments.intent(student, documentId);
  await payments.stripe.attempt(intentId);
  const events = await payments.stripe.events();
  const event = events.findLast(({ type }) => type === 'payment_intent.succeeded');
  if (event === undefined) throw new Error('nothing was told');
  return { documentId, paymentId, intentId, event };
}

const stored = async (id: string) =>
  (
    await payments.query<{ outcome: string }>('select outcome from stripe_events where id = $1', [
      id,
    ])
  )[0]?.outcome;

const credits = async (paymentId: string) =>
  (
    await payments.query(
      `select 1 from ledger_entries e join ledger_transactions t on t.id = transaction_id
       where payment_id = $1 and account = 'sales'`,
      [paymentId],
    )
  ).length;

describe('an event', () => {
  it('pays once, however often it comes at the same time', async () => {
    const { paymentId, documentId, event } = await untold();
    const answers = await Promise.all(Array.from({ length: 50 }, () => payments.deliver(event)));
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200));
    expect(await payments.payment(student, paymentId)).toMatchObject({ status: 'paid' });
    expect(await payments.books(paymentId)).toEqual({ sales: -PRICE, stripe_balance: PRICE });
    expect(await credits(paymentId)).toBe(1);
    await payments.relay();
    expect(await payments.jobsOf(documentId)).toBe(1);
  });

  it('of another kind is kept, and changes nothing', async () => {
    const event = { ...(await untold()).event, id: newStripeId('evt'), type: 'plan.created' };
    await payments.deliver(event).expect(200);
    expect(await stored(event.id)).toBe('kept');
  });

  it('about a payment of somebody else is kept, and changes nothing', async () => {
    const { event } = await untold();
    const object = { ...(event['data'] as { object: StripeObject }).object };
    const foreign = { ...object, id: newStripeId('pi'), metadata: {} };
    const other = { ...event, id: newStripeId('evt'), data: { object: foreign } };
    await payments.deliver(other).expect(200);
    expect(await stored(other.id)).toBe('unmatched');
  });

  it.each([
    ['another amount', { amount_received: 1 }],
    ['another currency', { currency: 'jpy' }],
    ['another intent', { id: newStripeId('pi') }],
  ])('that pays %s pays nothing', async (_, change) => {
    const { event, paymentId } = await untold();
    const object = { ...(event['data'] as { object: StripeObject }).object, ...change };
    await payments.deliver({ ...event, id: newStripeId('evt'), data: { object } }).expect(200);
    expect((await payments.payment(student, paymentId)).status).toBe('pending');
    expect(await payments.books(paymentId)).toEqual({});
  });

  it('is asked for again when its effect fails, and then takes effect', async () => {
    const { event, paymentId, documentId } = await untold();
    await payments.query(`create function fail() returns trigger language plpgsql as
      $$ begin raise exception 'the books are closed'; end $$`);
    await payments.query(`create trigger fail before insert on ledger_transactions
      for each row execute function fail()`);
    try {
      await payments.deliver(event).expect(500);
      expect(await stored(event.id)).toBeUndefined();
      expect((await payments.payment(student, paymentId)).status).toBe('pending');
    } finally {
      await payments.query('drop trigger fail on ledger_transactions');
      await payments.query('drop function fail');
    }
    await payments.deliver(event).expect(200);
    await payments.relay();
    expect((await payments.payment(student, paymentId)).status).toBe('paid');
    expect(await payments.jobsOf(documentId)).toBe(1);
  });
});

describe('a signature', () => {
  it('may be made by either secret while one replaces the other', async () => {
    const { event, paymentId } = await untold();
    const payload = JSON.stringify(event);
    await payments.deliver(event, payload, signatureOf(payload, OLD_SECRET)).expect(200);
    expect((await payments.payment(student, paymentId)).status).toBe('paid');
  });

  const reserialised = (payload: string) => JSON.stringify(JSON.parse(payload), undefined, 2);

  it.each<[string, (payload: string) => { sent?: string; signature: string }]>([
    ['that is empty', () => ({ signature: '' })],
    ['that is no signature', () => ({ signature: 'hello' })],
    ['with no time', (payload) => ({ signature: signatureOf(payload).replace(/t=\d+/, 't=x') })],
    ['of another scheme', (payload) => ({ signature: signatureOf(payload).replace('v1=', 'v0=') })],
    ['of another secret', (payload) => ({ signature: signatureOf(payload, 'whsec_other') })],
    ['of an empty secret', (payload) => ({ signature: signatureOf(payload, ' ') })],
    ['that is 301 s old', (payload) => ({ signature: signatureOf(payload, WEBHOOK_SECRET, 301) })],
    [
      'whose time was made younger',
      (payload) => {
        const now = `t=${String(Math.floor(Date.now() / 1000))}`;
        const old = signatureOf(payload, WEBHOOK_SECRET, 301);
        return { signature: old.replace(/t=\d+/, now) };
      },
    ],
    [
      'of a body that was written anew',
      (payload) => ({ sent: reserialised(payload), signature: signatureOf(payload) }),
    ],
    [
      'of another body',
      (payload) => ({ sent: payload.replace('1000', '9999'), signature: signatureOf(payload) }),
    ],
    [
      'of the same characters in other bytes',
      (payload) => ({ sent: `\ufeff${payload}`, signature: signatureOf(payload) }),
    ],
  ])('%s opens nothing', async (_, forge) => {
    const { event, paymentId } = await untold();
    const payload = JSON.stringify(event);
    const { sent = payload, signature } = forge(payload);
    const { body } = await payments.deliver(event, sent, signature).expect(400);
    expect(body).toMatchObject({ code: 'SIGNATURE_REFUSED' });
    expect(await stored(event.id)).toBeUndefined();
    expect((await payments.payment(student, paymentId)).status).toBe('pending');
  });

  it('is missed before anything is read', async () => {
    const post = () => request(payments.target.server).post('/api/v1/payment/webhook');
    await post().send({ id: 'evt_1' }).expect(400);
    await post().expect(400);
    await post().set('Content-Type', 'application/json').send('{"a":').expect(400);
    await post().set('Content-Type', 'text/plain').send('x').expect(400);
    await post()
      .set('Content-Type', 'application/json')
      .send(`"${'x'.repeat(300_000)}"`)
      .expect(413);
  });

  it('makes no event of what is none', async () => {
    const event = { id: 'evt_x', object: 'event' };
    for (const payload of ['[]', 'null', '{}', 'no json', JSON.stringify(event)]) {
      const { body } = await payments.deliver(event, payload).expect(400);
      expect(body).toMatchObject({ code: 'MALFORMED_REQUEST' });
    }
  });
});

it('leaves books that sum to zero', async () => {
  expect(await payments.ledgerSum()).toBe(0);
});
