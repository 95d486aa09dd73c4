import { setTimeout as delay } from 'node:timers/promises';
import { readPdf } from '../backend/src/testing/export-text';
import { mailsIn } from '../backend/src/testing/mailbox';
import { StripeServer } from '../backend/src/testing/stripe/stripe-server';
import { Api } from './support/api';
import { Author, expected } from './support/faults/authors';
import { startSystem, type System } from './support/system';

/* A thesis is paid for on the page of Stripe, written by itself, and its refund is decided. */

const PATIENCE_MS = 60_000;

interface Payment {
  id: string;
  status: string;
  amount: number;
  jobId: string | null;
  receiptNumber: string;
}

let stripe: StripeServer;
let system: System;
let author: Author;
let admin: Api;
let documentId: string;
let payment: Payment;

async function eventually<Value>(look: () => Promise<Value | undefined>): Promise<Value> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const value = await look();
    if (value !== undefined) return value;
    if (Date.now() > deadline) throw new Error(`It never comes:\n${system.output().slice(-3000)}`);
    await delay(100);
  }
}

const paymentWhen = (wanted: (payment: Payment) => boolean) =>
  eventually(async () => {
    const { items } = await expected(200, author.api.get<{ items: Payment[] }>('/payment/history'));
    return items.find(wanted);
  });

beforeAll(async () => {
  stripe = await StripeServer.start();
  system = await startSystem({ ...stripe.environment, ADMIN_EMAILS: 'dean@example.org' });
  await stripe.deliverTo(`${system.url}/api/v1/payment/webhook`);
  author = await Author.signIn(system);
  admin = await new Api(system).signIn('dean@example.org');
  documentId = await author.document('What learners keep', 1);
}, 120_000);

afterAll(async () => {
  await system.stop();
  await stripe.stop();
});

it('is not written before it is paid for', async () => {
  const { status } = await author.api.post('/jobs/generate/document-async', { documentId });
  expect(status).toBe(402);
});

it('is paid for on the page of Stripe, after a card that was declined', async () => {
  const checkout = author.api.post<{ url: string; amount: number }>('/payment/create-checkout', {
    documentId,
  });
  const { url, amount } = await expected(201, checkout);
  expect(amount).toBe(250);
  const page = await (await fetch(url)).text();
  expect(page).toContain('Pay 250 EUR');
  const action = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', url);
  for (const attempt of ['declined', 'succeeds']) {
    const body = new URLSearchParams({ attempt });
    const answer = await fetch(action, { method: 'POST', body, redirect: 'manual' });
    expect(answer.headers.get('location')).toMatch(`${system.url}/documents/${documentId}/payment`);
  }
  payment = await paymentWhen(({ status }) => status === 'paid');
});

it('is then written by itself, by one job', async () => {
  const { jobId } = await paymentWhen((one) => one.jobId !== null);
  expect(await author.ended([jobId ?? ''])).toEqual(['completed']);
  const jobs = await system.query('select 1 from jobs where document_id = $1', [documentId]);
  expect(jobs).toHaveLength(1);
});

it('has a receipt', async () => {
  const response = await fetch(`${system.url}/api/v1/payment/${payment.id}/receipt`, {
    headers: { Authorization: `Bearer ${author.api.token}` },
  });
  const { pages } = await readPdf(Buffer.from(await response.arrayBuffer()));
  expect(pages.join()).toContain(payment.receiptNumber);
  expect(pages.join()).toContain('2.50 EUR');
});

it('is refunded in part when an admin says so, and the student is told', async () => {
  const asked = { paymentId: payment.id, reason: 'Half of it I wrote myself' };
  const refund = await expected(201, author.api.post<{ id: string }>('/payment/refunds', asked));
  const decision = { reason: 'That is so', amount: 125 };
  await expected(200, admin.post(`/admin/refunds/${refund.id}/approve`, decision));
  await paymentWhen(({ status }) => status === 'partially_refunded');
  const text = await eventually(async () => {
    const mails = await mailsIn(system.mailDir);
    return mails.find((mail) => mail.text?.includes('1.25 EUR'))?.text;
  });
  expect(text).toContain(`${system.url}/payments/${payment.id}`);
});

it('leaves books that an accountant can read', async () => {
  const today = new Date().toISOString().slice(0, 10);
  const csv = await expected(
    200,
    admin.get<string>(`/admin/bookkeeping?from=${today}&to=${today}`),
  );
  expect(csv).toMatch(/,stripe_balance,2\.50,,EUR,2,/);
  expect(csv).toMatch(/,refunds,1\.25,,EUR,2,/);
});
