import fc from 'fast-check';
import { countOf } from '../../testing/full-counts';
import type { Student } from '../../testing/jobs/job-fixture';
import { PaymentFixture } from '../../testing/payments/payment-fixture';
import type { StripeObject } from '../../testing/stripe/objects';
import { balancesOf } from '../ledger/ledger-targets';
import { joinFacts, type PaymentFacts } from '../state/payment-facts';
import { stateOf } from '../state/state-of';
import { readEvent } from './read-event';
import { Reconciler } from './reconciler';

const TIMES = 5;
const AT_ONCE = 50;
const PERMUTATIONS_OF_FACTS = 1000;
const PERMUTATIONS_STORED = countOf({ few: 24, full: 1000 });
const STORED_MS = 40_000 + PERMUTATIONS_STORED * 2000;
const PRICE = { amount: 1000, vat: 0, vatBasisPoints: 0 };

let payments: PaymentFixture;
let student: Student;

beforeAll(async () => {
  payments = await PaymentFixture.start();
  student = await payments.jobs.student();
});

afterAll(() => payments.close());

type Story = (intentId: string) => Promise<unknown>;

/** What can become of a payment at Stripe: all of it, in the order in which it happens. */
const STORIES: [string, string, Story][] = [
  [
    'a second card works',
    'paid',
    async (id) => {
      await payments.stripe.attempt(id, 'declined');
      await payments.stripe.pass(2);
      await payments.stripe.attempt(id);
    },
  ],
  [
    'refunds in two parts, and one that failed',
    'partially_refunded',
    async (id) => {
      await payments.stripe.attempt(id);
      await payments.stripe.refundAtStripe(id, 300);
      await payments.stripe.pass(1);
      const failing = await payments.stripe.refundAtStripe(id, 250);
      await payments.stripe.failRefund(failing.id);
      await payments.stripe.refundAtStripe(id, 100);
    },
  ],
  [
    'a dispute that is won, then a whole refund',
    'refunded',
    async (id) => {
      await payments.stripe.attempt(id);
      const { id: disputeId } = await payments.stripe.dispute(id, 1000);
      await payments.stripe.pass(60);
      await payments.stripe.closeDispute(disputeId, true);
      await payments.stripe.refundAtStripe(id, 1000);
    },
  ],
  [
    'a dispute that is lost',
    'lost',
    async (id) => {
      await payments.stripe.attempt(id);
      const { id: disputeId } = await payments.stripe.dispute(id, 1000);
      await payments.stripe.closeDispute(disputeId, false);
    },
  ],
];

/** A payment with all its events, none of them told yet. */
async function told(story: Story, who = student) {
  const before = (await payments.stripe.events()).length;
  const documentId = await payments.jobs.document(who);
  const { paymentId, intentId } = await payments.intent(who, documentId);
  await story(intentId);
  const events = (await payments.stripe.events()).slice(before);
  return { documentId, paymentId, events };
}

function replay(events: readonly StripeObject[]) {
  // as the webhook checks the money against the payment, so that it counts as it would there
  const facts = events
    .map((event) => readEvent(event as never))
    .map((report): PaymentFacts => ({
      ...report?.facts,
      ...(report?.paid && { capturedAt: report.paid.at }),
    }))
    .reduce<PaymentFacts>(joinFacts, {});
  return { state: stateOf(facts, PRICE.amount), books: balancesOf(facts, PRICE) };
}

const withoutEmpty = (books: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(books).filter(([, amount]) => amount !== 0));

const repeated = (events: readonly StripeObject[]) =>
  Array.from({ length: TIMES }, () => events).flat();

const shuffled = <Item>(items: readonly Item[]) =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });

describe.each(STORIES)('of the events of a payment (%s)', (_, state, story) => {
  it('each order gives what their own order gives: 1,000 of 1,000', async () => {
    const { events } = await told(story);
    const expected = replay(events);
    expect(expected.state).toBe(state);
    fc.assert(
      fc.property(shuffled(repeated(events)), (mixed) => {
        expect(replay(mixed)).toEqual(expected);
      }),
      { numRuns: PERMUTATIONS_OF_FACTS },
    );
  });

  it(
    'each comes five times, shuffled, fifty at once: one credit, one job',
    async () => {
      for (let run = 0; run < PERMUTATIONS_STORED / STORIES.length; run += 1) {
        const one = await payments.jobs.student();
        const { events, paymentId, documentId } = await told(story, one);
        const [mixed = []] = fc.sample(shuffled(repeated(events)), 1);
        for (let start = 0; start < mixed.length; start += AT_ONCE) {
          const answers = await Promise.all(
            mixed.slice(start, start + AT_ONCE).map((event) => payments.deliver(event)),
          );
          expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
        }
        const expected = replay(events);
        expect((await payments.payment(one, paymentId)).status).toBe(expected.state);
        expect(await payments.books(paymentId)).toEqual(withoutEmpty(expected.books));
        await payments.relay();
        // what went back in the end may have been begun on the way
        const begun = await payments.jobsOf(documentId);
        if (['refunded', 'lost'].includes(expected.state)) expect(begun).toBeLessThanOrEqual(1);
        else expect(begun).toBe(1);
      }
      expect(await payments.ledgerSum()).toBe(0);
    },
    STORED_MS,
  );
});

describe('with payment on the page of Stripe', () => {
  it('what is told of the money before it is told whose it is waits', async () => {
    const documentId = await payments.jobs.document(student);
    const { paymentId, sessionId } = await payments.checkout(student, documentId);
    const before = (await payments.stripe.events()).length;
    const session = await payments.stripe.attempt(sessionId);
    await payments.stripe.refundAtStripe(String(session['payment_intent']), 400);
    const events = (await payments.stripe.events()).slice(before);
    for (const event of events.reverse()) await payments.deliver(event).expect(200);
    expect((await payments.payment(student, paymentId)).status).toBe('partially_refunded');
    expect(await payments.books(paymentId)).toEqual({
      refunds: 400,
      sales: -1000,
      stripe_balance: 600,
    });
    const [left] = await payments.query<{ count: number }>(
      `select count(*)::int as count from stripe_events
       where outcome = 'unmatched' and type <> 'charge.succeeded'`,
    );
    expect(left?.count).toBe(0);
  });

  it('is not paid when it is only filled in, and is when the money has come', async () => {
    const documentId = await payments.jobs.document(student);
    const { paymentId, sessionId } = await payments.checkout(student, documentId);
    await payments.stripe.attempt(sessionId, 'delayed');
    await payments.deliverAll();
    const types = (await payments.stripe.events()).map(({ type }) => type);
    expect(types).toContain('checkout.session.completed');
    expect(await payments.payment(student, paymentId)).toMatchObject({ status: 'pending' });
    await payments.relay();
    expect(await payments.jobsOf(documentId)).toBe(0);
    await payments.stripe.settle(sessionId, true);
    await payments.deliverAll();
    await payments.relay();
    expect(await payments.payment(student, paymentId)).toMatchObject({ status: 'paid' });
    expect(await payments.jobsOf(documentId)).toBe(1);
  });

  it('is failed when the money does not come', async () => {
    const documentId = await payments.jobs.document(student);
    const { paymentId, sessionId } = await payments.checkout(student, documentId);
    await payments.stripe.attempt(sessionId, 'delayed');
    await payments.stripe.pass(86_400);
    await payments.stripe.settle(sessionId, false);
    await payments.deliverAll();
    expect(await payments.payment(student, paymentId)).toMatchObject({ status: 'failed' });
    expect(await payments.books(paymentId)).toEqual({});
  });

  it('expires with the page', async () => {
    const documentId = await payments.jobs.document(student);
    const { paymentId, sessionId } = await payments.checkout(student, documentId);
    await payments.stripe.expire(sessionId);
    await payments.deliverAll();
    expect(await payments.payment(student, paymentId)).toMatchObject({ status: 'expired' });
    expect((await payments.checkout(student, documentId)).sessionId).not.toBe(sessionId);
  });
});

describe('what was missed', () => {
  it('is found in the list of Stripe, once a day, by one of those that look', async () => {
    const { documentId, paymentId } = await told((id) => payments.stripe.attempt(id));
    const reconciler = payments.target.app.get(Reconciler, { strict: false });
    await payments.query('update stripe_reconciliation set due_at = now()');
    const found = await Promise.all(Array.from({ length: 4 }, () => reconciler.reconcile()));
    expect(found.filter((count) => count !== undefined)).toHaveLength(1);
    expect(await payments.payment(student, paymentId)).toMatchObject({ status: 'paid' });
    await payments.relay();
    expect(await payments.jobsOf(documentId)).toBe(1);
    expect(await payments.news()).toEqual([]);
    await payments.query('update stripe_reconciliation set due_at = now()');
    expect(await reconciler.reconcile()).toBe(0);
  });

  it('is taken in as far as it can be, and the rest of it later', async () => {
    const [bad, good] = [
      await told((id) => payments.stripe.attempt(id)),
      await told((id) => payments.stripe.attempt(id)),
    ];
    const reconciler = payments.target.app.get(Reconciler, { strict: false });
    const due = () => payments.query('update stripe_reconciliation set due_at = now()');
    await payments.query(`create function fail() returns trigger language plpgsql as
      $$ begin if new.payment_id = '${bad.paymentId}' then raise exception 'no'; end if;
      return new; end $$`);
    await payments.query(`create trigger fail before insert on ledger_transactions
      for each row execute function fail()`);
    await due();
    await expect(reconciler.reconcile()).rejects.toThrow('1 events could not be taken');
    expect((await payments.payment(student, good.paymentId)).status).toBe('paid');
    await payments.query('drop trigger fail on ledger_transactions');
    await due();
    expect(await reconciler.reconcile()).toBe(1);
    expect((await payments.payment(student, bad.paymentId)).status).toBe('paid');
  });
});
