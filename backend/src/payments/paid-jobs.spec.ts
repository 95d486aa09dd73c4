import { setTimeout as delay } from 'node:timers/promises';
import { JobWriter } from '../jobs/job-writer';
import type { Student } from '../testing/jobs/job-fixture';
import { PaymentFixture, PRICE } from '../testing/payments/payment-fixture';

const START = '/jobs/generate/document-async';

let payments: PaymentFixture;
let student: Student;

beforeAll(async () => {
  payments = await PaymentFixture.start();
  student = await payments.jobs.student();
});

afterAll(() => payments.close());

const start = (documentId: string) => payments.send('post', START, student, { documentId });

const jobOf = async (paymentId: string) => (await payments.payment(student, paymentId)).jobId ?? '';

/** The job ends as if its last attempt had. */
async function end(documentId: string, jobId: string, status: 'failed' | 'completed') {
  await payments.query(`update jobs set status = 'running', epoch = 1 where id = $1`, [jobId]);
  const writer = payments.target.app.get(JobWriter, { strict: false });
  const change = { status, stage: status, message: status } as const;
  const ended = await writer.transaction(documentId, (manager) =>
    writer.apply(manager, jobId, change),
  );
  expect(ended).toBe(true);
}

const write = (documentId: string, title: string) =>
  payments.query(
    `update sections set status = 'written', content = 'Text.'
     where document_id = $1 and title = $2`,
    [documentId, title],
  );

describe('a document', () => {
  it('that is not paid for is not written', async () => {
    const documentId = await payments.jobs.document(student);
    const { body } = await start(documentId).expect(402);
    expect(body).toMatchObject({ code: 'PAYMENT_REQUIRED' });
    await payments.intent(student, documentId);
    await start(documentId).expect(402);
    expect(await payments.jobsOf(documentId)).toBe(0);
  });

  it('that is paid for is written by one job, whoever starts it, and however often', async () => {
    const { documentId, paymentId } = await payments.paid(student);
    await Promise.all([
      payments.relay(),
      payments.relay(),
      ...Array.from({ length: 6 }, () => start(documentId)),
    ]);
    expect(await payments.jobsOf(documentId)).toBe(1);
    const jobId = await jobOf(paymentId);
    await end(documentId, jobId, 'completed');
    // as when a relay died after the job was started, and before it could say so
    const again = await payments.query(
      `update outbox set delivered_at = null, due_at = now()
       where topic = 'payment-captured' and key like $1 || ':%' returning id`,
      [paymentId],
    );
    expect(again).toEqual([[{ id: expect.any(String) }], 1]);
    await payments.relay();
    expect(await payments.jobsOf(documentId)).toBe(1);
  });

  it('that has grown is not written before the rest is paid for', async () => {
    const { documentId } = await payments.paid(student);
    await payments.query('update documents set target_pages = 30 where id = $1', [documentId]);
    await payments.relay();
    expect(await payments.jobsOf(documentId)).toBe(0);
    await start(documentId).expect(402);
    const { intentId } = await payments.intent(student, documentId);
    await payments.stripe.attempt(intentId);
    await payments.deliverAll();
    await payments.relay();
    expect(await payments.jobsOf(documentId)).toBe(1);
  });

  it('without sources waits for its owner', async () => {
    const { documentId, paymentId } = await payments.paid(student);
    const sources = 'delete from sources where document_id = $1';
    await payments.query(sources, [documentId]);
    await payments.relay();
    expect(await payments.payment(student, paymentId)).toMatchObject({ status: 'paid' });
    expect(await payments.jobsOf(documentId)).toBe(0);
    await payments.jobs.addSource(documentId);
    await start(documentId).expect(202);
  });

  it('that is deleted before its writing begins is refunded', async () => {
    const { documentId, paymentId } = await payments.paid(student);
    await payments.jobs.remove(documentId);
    await payments.relay();
    await payments.deliverAll();
    expect(await payments.payment(student, paymentId)).toMatchObject({ status: 'refunded' });
    expect(await payments.books(paymentId)).toEqual({ refunds: PRICE, sales: -PRICE });
  });
});

describe('a job that fails in the end', () => {
  it.each([
    [[], PRICE, 'refunded'],
    [['One'], 750, 'partially_refunded'],
    [['One', 'Two', 'Three', 'Four'], 0, 'paid'],
  ] as const)('with %j written gives back %i cents', async (written, refunded, state) => {
    const titles = ['One', 'Two', 'Three', 'Four'];
    const { documentId, paymentId } = await payments.paid(student, titles);
    await payments.relay();
    for (const title of written) await write(documentId, title);
    await end(documentId, await jobOf(paymentId), 'failed');
    await payments.relay();
    await payments.deliverAll();
    expect(await payments.payment(student, paymentId)).toMatchObject({ status: state, refunded });
    const jobId = await jobOf(paymentId);
    await payments
      .send('post', `/jobs/${jobId}/resume`, student, {})
      .expect(refunded > 0 ? 402 : 200);
  });

  it('goes on once what went back has been paid again', async () => {
    const { documentId, paymentId } = await payments.paid(student, ['One', 'Two']);
    await payments.relay();
    await write(documentId, 'One');
    await end(documentId, await jobOf(paymentId), 'failed');
    await payments.relay();
    await payments.deliverAll();
    const again = await payments.intent(student, documentId);
    expect(again.amount).toBe(500);
    await payments.stripe.attempt(again.intentId);
    await payments.deliverAll();
    await payments.relay();
    const job = await payments.jobs.status(student, await jobOf(again.paymentId));
    expect(job).toMatchObject({ status: 'queued' });
  });

  it('gives nothing back for what a person has stopped', async () => {
    const { documentId, paymentId } = await payments.paid(student);
    await payments.relay();
    await payments.jobs.command(student, await jobOf(paymentId), 'cancel');
    await payments.relay();
    expect(await payments.payment(student, paymentId)).toMatchObject({ status: 'paid' });
    await start(documentId).expect(202);
  });
});

describe('a webhook whose caller has gone', () => {
  it('has taken effect, or takes it the next time: once', async () => {
    const documentId = await payments.jobs.document(student);
    const { paymentId, intentId } = await payments.intent(student, documentId);
    await payments.stripe.attempt(intentId);
    const events = await payments.news();
    for (let pause = 0; pause < 30; pause += 3) {
      const hangingUp = events.map((event) => {
        const sent = payments.deliver(event);
        sent.end(() => undefined);
        return sent;
      });
      await delay(pause);
      for (const sent of hangingUp) sent.abort();
    }
    await payments.deliverAll();
    await payments.relay();
    expect(await payments.payment(student, paymentId)).toMatchObject({ status: 'paid' });
    expect(await payments.books(paymentId)).toEqual({ sales: -PRICE, stripe_balance: PRICE });
    expect(await payments.jobsOf(documentId)).toBe(1);
  });
});

it('leaves books that sum to zero', async () => {
  expect(await payments.ledgerSum()).toBe(0);
});
