import { mailsIn } from '../../testing/mailbox';
import type { Student } from '../../testing/jobs/job-fixture';
import { PaymentFixture, PRICE } from '../../testing/payments/payment-fixture';
import type { Refund } from '../dto/refund';

let payments: PaymentFixture;
let student: Student;
let admin: Student;

beforeAll(async () => {
  payments = await PaymentFixture.start();
  student = await payments.jobs.student();
  admin = await payments.admin();
});

afterAll(() => payments.close());

const status = async (paymentId: string) => (await payments.payment(student, paymentId)).status;

/** Sends what is approved, and takes in what Stripe tells of it. */
async function settle(): Promise<void> {
  await payments.relay();
  await payments.deliverAll();
}

describe('a refund that a student asks for', () => {
  it('waits for an admin, goes back at Stripe once, and is told', async () => {
    const { paymentId, intentId } = await payments.paid(student);
    const refund = await payments.requestRefund(student, paymentId);
    expect(refund).toMatchObject({ status: 'requested', cause: 'request', amount: null });
    expect(await status(paymentId)).toBe('paid');
    const { body } = await payments.decide(admin, refund.id, 'approve').expect(200);
    expect(body).toMatchObject({ status: 'approved', amount: PRICE });
    expect(await status(paymentId)).toBe('refunding');
    await settle();
    await settle();
    expect(await payments.payment(student, paymentId)).toMatchObject({
      status: 'refunded',
      refunded: PRICE,
      refundable: 0,
      refunds: [{ id: refund.id, status: 'succeeded', decisionReason: 'As agreed' }],
    });
    expect(await payments.books(paymentId)).toEqual({ refunds: PRICE, sales: -PRICE });
    const refunds = await payments.stripe.objects('refund');
    expect(refunds.filter((one) => one['payment_intent'] === intentId)).toHaveLength(1);
  });

  it('can be a part, and then another, to the whole and no further', async () => {
    const { paymentId } = await payments.paid(student);
    for (const [amount, expected] of [
      [400, 'partially_refunded'],
      [600, 'refunded'],
    ] as const) {
      const { id } = await payments.requestRefund(student, paymentId);
      await payments.decide(admin, id, 'approve', amount + 601).expect(422);
      await payments.decide(admin, id, 'approve', amount).expect(200);
      await settle();
      expect(await status(paymentId)).toBe(expected);
    }
    const reason = 'More, please';
    await payments.post('/refunds', student, { paymentId, reason }).expect(409);
  });

  it('is rejected with a reason, and can be asked for again', async () => {
    const { paymentId } = await payments.paid(student);
    const { id } = await payments.requestRefund(student, paymentId);
    await payments.post('/refunds', student, { paymentId, reason: 'Again' }).expect(409);
    await payments.decide(admin, id, 'reject').expect(200);
    expect(await status(paymentId)).toBe('paid');
    await payments.requestRefund(student, paymentId);
  });

  it('is decided by admins alone', async () => {
    const { paymentId } = await payments.paid(student);
    const { id } = await payments.requestRefund(student, paymentId);
    await payments.decide(student, id, 'approve').expect(403);
    await payments.decide(student, id, 'reject').expect(403);
    await payments.decide(admin, paymentId, 'approve').expect(404);
    const { body } = await payments
      .send('get', '/admin/refunds?status=requested', admin)
      .expect(200);
    expect((body as { items: Refund[] }).items.map((refund) => refund.id)).toContain(id);
  });

  it('shows admins what it is a refund of', async () => {
    const { paymentId } = await payments.paid(student);
    const { id } = await payments.requestRefund(student, paymentId);
    const path = `/admin/refunds?paymentId=${paymentId}&sort=createdAt&order=asc`;
    const { body } = await payments.send('get', path, admin).expect(200);
    const payment = { id: paymentId, currency: 'EUR', amount: PRICE, refundable: PRICE };
    expect(body).toMatchObject({ total: 1, items: [{ id, paymentId, payment }] });
    const { items } = body as { items: { payment: { userEmail: string } }[] };
    expect(items[0]?.payment.userEmail).toContain('@');
  });

  it('is decided once of many decisions at the same time', async () => {
    const { paymentId } = await payments.paid(student);
    const { id } = await payments.requestRefund(student, paymentId);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        payments.decide(admin, id, index % 2 ? 'reject' : 'approve', index % 2 ? undefined : 100),
      ),
    );
    const statuses = answers.map((answer) => answer.status).sort();
    expect(statuses).toEqual([200, ...Array<number>(7).fill(409)]);
  });

  it('cannot go beyond what somebody gives back at Stripe meanwhile', async () => {
    const { paymentId, intentId } = await payments.paid(student);
    const { id } = await payments.requestRefund(student, paymentId);
    await payments.decide(admin, id, 'approve').expect(200);
    await payments.stripe.refundAtStripe(intentId, 300);
    await settle();
    const { refunds, ...payment } = await payments.payment(student, paymentId);
    expect(payment).toMatchObject({ status: 'partially_refunded', refunded: 300 });
    expect(refunds).toMatchObject([{ status: 'failed' }]);
    expect(await payments.books(paymentId)).toEqual({
      refunds: 300,
      sales: -PRICE,
      stripe_balance: 700,
    });
  });

  it('that a bank sends back is owed again', async () => {
    const { paymentId } = await payments.paid(student);
    await payments.stripe.holdRefunds(true);
    const { id } = await payments.requestRefund(student, paymentId);
    await payments.decide(admin, id, 'approve').expect(200);
    await settle();
    await payments.stripe.holdRefunds(false);
    expect(await status(paymentId)).toBe('refunding');
    const made = await payments.stripe.objects('refund');
    const refund = made.find(({ metadata }) => (metadata as { refundId: string }).refundId === id);
    await payments.stripe.failRefund(refund?.id ?? '');
    await settle();
    expect(await payments.payment(student, paymentId)).toMatchObject({
      status: 'paid',
      refundable: PRICE,
      refunds: [{ id, status: 'failed' }],
    });
    expect(await payments.books(paymentId)).toEqual({ sales: -PRICE, stripe_balance: PRICE });
  });

  it('is sent once when the answer of Stripe is lost', async () => {
    const { paymentId, intentId } = await payments.paid(student);
    const { id } = await payments.requestRefund(student, paymentId);
    await payments.decide(admin, id, 'approve', 500).expect(200);
    await payments.stripe.meet(['lost answer', 'lost answer', 'lost answer', 'lost answer']);
    await payments.relay();
    await payments.stripe.meet([]);
    await payments.query(`update outbox set due_at = now() where delivered_at is null`);
    await settle();
    expect(await status(paymentId)).toBe('partially_refunded');
    const refunds = await payments.stripe.objects('refund');
    expect(refunds.filter((one) => one['payment_intent'] === intentId)).toHaveLength(1);
  }, 20_000);
});

describe('what has become of a refund', () => {
  it('is mailed once, with the amount or with the reason', async () => {
    const one = await payments.jobs.student();
    const [paid, kept] = [await payments.paid(one), await payments.paid(one)];
    const { id } = await payments.requestRefund(one, paid.paymentId);
    await payments.decide(admin, id, 'approve', 400).expect(200);
    const other = await payments.requestRefund(one, kept.paymentId);
    await payments.decide(admin, other.id, 'reject').expect(200);
    await settle();
    await settle();
    const mails = await mailsIn(payments.target.config.mail.directory);
    const own = mails.filter(({ to }) => JSON.stringify(to).includes(one.userId));
    const texts = own.map(({ text }) => text ?? '').sort();
    expect(texts).toHaveLength(2);
    expect(texts.join()).toContain('4.00 EUR');
    expect(texts.join()).toContain('As agreed');
    expect(texts.join()).toContain(`/payments/${kept.paymentId}`);
  });
});

describe('a dispute', () => {
  it('freezes what costs money, not what is there, until it is settled', async () => {
    const owner = await payments.jobs.student();
    const { paymentId, intentId, documentId } = await payments.paid(owner, ['One']);
    const other = await payments.jobs.document(owner);
    const dispute = await payments.stripe.dispute(intentId, PRICE);
    await payments.deliverAll();
    expect((await payments.payment(owner, paymentId)).status).toBe('disputed');
    const refused = [
      ['/payment/create-intent', { documentId: other }],
      ['/payment/create-checkout', { documentId: other }],
      ['/payment/refunds', { paymentId, reason: 'Back, please' }],
      ['/jobs/generate/document-async', { documentId }],
    ] as const;
    for (const [path, body] of refused) {
      const answer = await payments.send('post', path, owner, body).expect(403);
      expect(answer.body).toMatchObject({ code: 'PAYMENTS_FROZEN' });
    }
    await payments.relay();
    expect(await payments.jobsOf(documentId)).toBe(0);
    await payments.send('get', `/payment/${paymentId}`, owner).expect(200);
    await payments.stripe.pass(5);
    await payments.stripe.closeDispute(dispute.id, true);
    await payments.deliverAll();
    expect((await payments.payment(owner, paymentId)).status).toBe('won');
    await payments.relay();
    expect(await payments.jobsOf(documentId)).toBe(1);
    const path = '/jobs/generate/document-async';
    await payments.send('post', path, owner, { documentId }).expect(200);
  });

  it('that is lost is a loss, and the document is unpaid', async () => {
    const owner = await payments.jobs.student();
    const { paymentId, intentId, documentId } = await payments.paid(owner);
    const dispute = await payments.stripe.dispute(intentId, PRICE);
    await payments.stripe.pass(5);
    await payments.stripe.closeDispute(dispute.id, false);
    await payments.deliverAll();
    expect((await payments.payment(owner, paymentId)).status).toBe('lost');
    expect(await payments.books(paymentId)).toEqual({ dispute_losses: PRICE, sales: -PRICE });
    const path = '/jobs/generate/document-async';
    await payments.send('post', path, owner, { documentId }).expect(402);
  });
});

it('is seen by admins among the payments of all', async () => {
  const path = `/admin/payments?status=refunded&userId=${student.userId}`;
  const { body } = await payments.send('get', path, admin).expect(200);
  const { items } = body as { items: { status: string; userId: string }[] };
  expect(items.length).toBeGreaterThan(1);
  expect(new Set(items.map((item) => `${item.status} ${item.userId}`))).toEqual(
    new Set([`refunded ${student.userId}`]),
  );
  await payments.send('get', path, student).expect(403);
});

it('leaves books that sum to zero, and a trace of who decided', async () => {
  expect(await payments.ledgerSum()).toBe(0);
  const [traces] = await payments.query<{ count: number }>(
    `select count(*)::int as count from audit_events
     where action = 'refund.approved' and actor_id = $1`,
    [admin.userId],
  );
  expect(traces?.count).toBeGreaterThan(3);
});
