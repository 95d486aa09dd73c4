import type { Student } from '../../testing/jobs/job-fixture';
import { PaymentFixture } from '../../testing/payments/payment-fixture';
import { countOf } from '../../testing/full-counts';
import { fromStripeAmount, stepOf, toStripeAmount } from '../pricing/currency';
import { FIRST_PRICE_LIST } from '../pricing/price-list';

const ROUNDS = countOf({ few: 2, full: 25 });
const PAGES = 20;

let payments: PaymentFixture;
let admin: Student;

beforeAll(async () => {
  payments = await PaymentFixture.start();
  admin = await payments.admin();
});

afterAll(() => payments.close());

const statusOf = (answers: readonly { status: number }[], wanted: number) =>
  answers.filter(({ status }) => status === wanted).length;

/** Minor units that Stripe has sent back of an intent, by Stripe's own count. */
async function sentBack(intentId: string, currency: string): Promise<number> {
  const made = await payments.stripe.objects('refund');
  return made
    .filter((refund) => refund['payment_intent'] === intentId && refund['status'] === 'succeeded')
    .reduce((sum, refund) => sum + fromStripeAmount(Number(refund['amount']), currency), 0);
}

/** A part is asked for, five decide at once, and somebody gives back at Stripe meanwhile. */
async function race(student: Student, paymentId: string, intentId: string): Promise<void> {
  const { refundable, currency, amount } = await payments.payment(student, paymentId);
  if (refundable === 0) return;
  const step = stepOf(currency);
  const third = Math.max(step, Math.floor(amount / 3 / step) * step);
  const { id } = await payments.requestRefund(student, paymentId);
  const [aside, ...decisions] = await Promise.all([
    // refused when nothing is left there
    payments.stripe.refundAtStripe(intentId, toStripeAmount(third, currency)).catch(() => null),
    payments.decide(admin, id, 'approve', Math.min(third, refundable)),
    payments.decide(admin, id, 'approve', Math.min(third, refundable)),
    payments.decide(admin, id, 'approve'),
    payments.decide(admin, id, 'reject'),
    payments.decide(admin, id, 'approve', refundable + step),
  ]);
  expect(aside === null || aside.object === 'refund').toBe(true);
  expect(statusOf(decisions, 200)).toBe(1);
  await payments.relay();
  await payments.deliverAll();
}

describe.each([
  ['EUR', 50],
  ['JPY', 80],
  ['KWD', 150],
  ['ISK', 70],
  ['UGX', 2000],
])('refunds that race each other, in %s', (currency, pagePrice) => {
  it('never go beyond what was paid, and are what Stripe says', async () => {
    const prices = { ...FIRST_PRICE_LIST, currency, pagePrice };
    await payments.send('put', '/admin/prices', admin, prices).expect(200);
    const amount = PAGES * pagePrice;
    for (let round = 0; round < ROUNDS; round += 1) {
      const student = await payments.jobs.student();
      const { paymentId, intentId } = await payments.paid(student);
      for (let part = 0; part < 4; part += 1) await race(student, paymentId, intentId);
      const { refunded, status } = await payments.payment(student, paymentId);
      expect(refunded).toBe(await sentBack(intentId, currency));
      expect(refunded).toBeGreaterThan(0);
      expect(refunded).toBeLessThanOrEqual(amount);
      expect(status).toBe(refunded === amount ? 'refunded' : 'partially_refunded');
      const { refunds = 0, stripe_balance: balance = 0 } = await payments.books(paymentId);
      expect([refunds, balance]).toEqual([refunded, amount - refunded]);
    }
    expect(await payments.ledgerSum()).toBe(0);
  }, 120_000);
});
