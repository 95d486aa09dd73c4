import request from 'supertest';
import { newId } from '../common';
import { JobsModule } from '../jobs';
import { JobFixture, type Student } from '../testing/jobs/job-fixture';
import { PaymentFixture, PRICE } from '../testing/payments/payment-fixture';
import { testApp } from '../testing/test-app';
import type { PaymentSummary } from './dto/payment';
import { PaymentsModule } from './payments.module';

let payments: PaymentFixture;
let student: Student;
let stranger: Student;

beforeAll(async () => {
  payments = await PaymentFixture.start({ STRIPE_PUBLISHABLE_KEY: 'pk_test_double' });
  [student, stranger] = [await payments.jobs.student(), await payments.jobs.student()];
});

afterAll(() => payments.close());

const quote = async (documentId: string, body = {}) =>
  (await payments.post('/quote', student, { documentId, ...body }).expect(201))
    .body as PaymentSummary;

const setPages = (documentId: string, pages: number) =>
  payments.query('update documents set target_pages = $2 where id = $1', [documentId, pages]);

describe('the price', () => {
  it('is told to anybody', async () => {
    const { body } = await request(payments.target.server)
      .get('/api/v1/payment/pricing')
      .expect(200);
    expect(body).toEqual({
      enabled: true,
      publishableKey: 'pk_test_double',
      currency: 'EUR',
      pagePrice: 50,
      minPages: 3,
      maxPages: 200,
      vatBasisPoints: 0,
      quoteMinutes: 60,
      freePages: 0,
      seller: { name: 'TesiGo', address: '', vatId: '' },
    });
  });

  it('is quoted from the stored pages, and holds for as long as the quote says', async () => {
    const documentId = await payments.jobs.document(student);
    const first = await quote(documentId);
    expect(first).toMatchObject({ status: 'quoted', pages: 20, amount: PRICE, currency: 'EUR' });
    const minutes = (Date.parse(first.validUntil) - Date.now()) / 60_000;
    expect(Math.round(minutes)).toBe(60);
    expect((await quote(documentId)).id).toBe(first.id);
    await payments.query(`update payments set valid_until = now() where id = $1`, [first.id]);
    const second = await quote(documentId);
    expect(second.id).not.toBe(first.id);
    expect((await payments.payment(student, first.id)).status).toBe('expired');
  });

  it('changes by an admin, for what has not been quoted yet', async () => {
    const documentId = await payments.jobs.document(student);
    const first = await quote(documentId);
    const admin = await payments.admin();
    const { body: list } = await payments.send('get', '/admin/prices', admin).expect(200);
    const changed = { ...(list as object), pagePrice: 75, vatBasisPoints: 2200 };
    await payments.send('put', '/admin/prices', admin, changed).expect(200);
    expect(await quote(documentId)).toMatchObject({ id: first.id, amount: PRICE });
    const other = await quote(await payments.jobs.document(student));
    expect(other).toMatchObject({ amount: 1500, vat: 270 });
    await payments.send('put', '/admin/prices', admin, list as object).expect(200);
    await payments.send('put', '/admin/prices', student, changed).expect(403);
  });
});

describe('paying in the app', () => {
  it('makes one intent, however often it is asked for', async () => {
    const documentId = await payments.jobs.document(student);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => payments.intent(student, documentId)),
    );
    expect(new Set(answers.map(({ clientSecret }) => clientSecret)).size).toBe(1);
    expect(answers[0]).toMatchObject({ amount: PRICE, currency: 'EUR' });
    const made = await payments.stripe.objects('payment_intent');
    const [intent, ...more] = made.filter(
      ({ metadata }) => (metadata as { documentId: string }).documentId === documentId,
    );
    expect(more).toEqual([]);
    expect(intent).toMatchObject({ amount: PRICE, currency: 'eur' });
    const { status } = await payments.payment(student, answers[0]?.paymentId ?? '');
    expect(status).toBe('pending');
  });

  it('asks with a pinned version, derived keys and one customer for each account', async () => {
    const one = await payments.jobs.student();
    const { paymentId } = await payments.intent(one, await payments.jobs.document(one));
    await payments.intent(one, await payments.jobs.document(one));
    const customers = await payments.stripe.requests('/v1/customers');
    const own = customers.filter(({ idempotencyKey }) => idempotencyKey?.endsWith(one.userId));
    expect(own).toHaveLength(1);
    const intents = await payments.stripe.requests('/v1/payment_intents');
    const request = intents.find(({ idempotencyKey }) => idempotencyKey?.endsWith(paymentId));
    expect(request?.idempotencyKey).toBe(`tesigo-intent-${paymentId}`);
    expect(request?.apiVersion).toBe('2026-10-28.endive');
    expect(JSON.stringify(request)).not.toContain('On learning');
  });

  it.each([
    { amount: 1 },
    { currency: 'JPY' },
    { pages: 3 },
    { targetPages: 3 },
    { paymentId: newId() },
    { userId: newId() },
  ])('refuses what is not for the client to say: %j', async (field) => {
    const documentId = await payments.jobs.document(student);
    for (const path of ['/quote', '/create-intent', '/create-checkout']) {
      await payments.post(path, student, { documentId, ...field }).expect(422);
    }
    expect((await payments.intent(student, documentId)).amount).toBe(PRICE);
  });

  it("knows no document of another's", async () => {
    const documentId = await payments.jobs.document(student);
    const { paymentId } = await payments.intent(student, documentId);
    for (const path of ['/quote', '/create-intent', '/create-checkout']) {
      await payments.post(path, stranger, { documentId }).expect(404);
    }
    await payments.send('get', `/payment/${paymentId}`, stranger).expect(404);
    await payments.send('get', `/payment/${paymentId}/receipt`, stranger).expect(404);
    await payments.post('/refunds', stranger, { paymentId, reason: 'Mine' }).expect(404);
    const { body } = await payments.send('get', '/payment/history', stranger).expect(200);
    expect(body).toMatchObject({ total: 0, items: [] });
  });

  it('is listed with the title of its document, by document where that is asked', async () => {
    const [documentId, other] = [
      await payments.jobs.document(student),
      await payments.jobs.document(student),
    ];
    const { paymentId } = await payments.intent(student, documentId);
    await payments.intent(student, other);
    const quoted = await payments.jobs.document(student);
    await payments.post('/quote', student, { documentId: quoted }).expect(201);
    const none = await payments.send('get', `/payment/history?documentId=${quoted}`, student);
    expect(none.body).toMatchObject({ total: 0 });
    const path = `/payment/history?documentId=${documentId}`;
    const { body } = await payments.send('get', path, student).expect(200);
    const [document] = await payments.query<{ title: string }>(
      'select title from documents where id = $1',
      [documentId],
    );
    expect(body).toMatchObject({
      total: 1,
      items: [{ id: paymentId, documentTitle: document!.title }],
    });
    expect(await payments.payment(student, paymentId)).toMatchObject({
      documentTitle: document!.title,
    });
  });

  it('withdraws what was offered when the document has grown', async () => {
    const documentId = await payments.jobs.document(student);
    const small = await payments.intent(student, documentId);
    await setPages(documentId, 30);
    const large = await payments.intent(student, documentId);
    expect(large).toMatchObject({ amount: 1500 });
    const intents = await payments.stripe.objects('payment_intent');
    expect(intents.find(({ id }) => id === small.intentId)).toMatchObject({ status: 'canceled' });
    expect((await payments.payment(student, small.paymentId)).status).toBe('expired');
  });

  it('asks only for the pages that are added to what is paid for', async () => {
    const { documentId } = await payments.paid(student);
    await payments.post('/create-intent', student, { documentId }).expect(409);
    await setPages(documentId, 26);
    expect(await payments.intent(student, documentId)).toMatchObject({ amount: 300 });
  });

  it('does not ask twice for what has been paid and not been told yet', async () => {
    const documentId = await payments.jobs.document(student);
    const { intentId } = await payments.intent(student, documentId);
    await payments.stripe.attempt(intentId);
    const { body } = await payments.post('/create-intent', student, { documentId }).expect(409);
    expect(body).toMatchObject({ code: 'ALREADY_PAID' });
    await setPages(documentId, 30);
    await payments.post('/create-intent', student, { documentId }).expect(409);
    expect(await payments.intent(student, documentId)).toMatchObject({ amount: 500 });
  });

  it('says so when Stripe does not answer, and goes on when it does', async () => {
    const documentId = await payments.jobs.document(student);
    await payments.stripe.meet(['server error', 'server error', 'server error', 'server error']);
    const { body } = await payments.post('/create-intent', student, { documentId }).expect(502);
    expect(body).toMatchObject({ code: 'PAYMENT_PROVIDER_FAILED' });
    await payments.stripe.meet(['lost answer']);
    expect((await payments.intent(student, documentId)).amount).toBe(PRICE);
  }, 20_000);
});

describe('paying on the page of Stripe', () => {
  it('leads there, once for each quote', async () => {
    const documentId = await payments.jobs.document(student);
    const first = await payments.checkout(student, documentId);
    expect(first.url).toMatch(/^http.*\/c\/pay\/cs_/);
    expect((await payments.checkout(student, documentId)).url).toBe(first.url);
    const page = await fetch(first.url ?? '');
    expect(await page.text()).toContain('Pay 1000 EUR');
  });

  it('takes the place of a form in the app, and the other way round', async () => {
    const documentId = await payments.jobs.document(student);
    const { intentId } = await payments.intent(student, documentId);
    const { sessionId } = await payments.checkout(student, documentId);
    const intents = await payments.stripe.objects('payment_intent');
    expect(intents.find(({ id }) => id === intentId)).toMatchObject({ status: 'canceled' });
    await payments.intent(student, documentId);
    const sessions = await payments.stripe.objects('checkout.session');
    expect(sessions.find(({ id }) => id === sessionId)).toMatchObject({ status: 'expired' });
  });

  it('leaves one way open of several that are asked for at once', async () => {
    const documentId = await payments.jobs.document(student);
    const body = { documentId };
    await Promise.all(
      ['/create-intent', '/create-checkout', '/create-intent', '/create-checkout'].map((path) =>
        payments.post(path, student, body),
      ),
    );
    const [intents, sessions] = await Promise.all([
      payments.stripe.objects('payment_intent'),
      payments.stripe.objects('checkout.session'),
    ]);
    const open = [...intents, ...sessions].filter(
      ({ metadata, status }) =>
        (metadata as { documentId?: string }).documentId === documentId &&
        ['open', 'requires_payment_method'].includes(String(status)),
    );
    expect(open.length).toBeLessThanOrEqual(1);
  });
});

describe('with payments off', () => {
  it('writing is free and says so, and nothing can be paid', async () => {
    const target = await testApp({ features: { imports: [PaymentsModule, JobsModule] } });
    const jobs = new JobFixture(target);
    try {
      const { body } = await request(target.server).get('/api/v1/payment/pricing').expect(200);
      expect(body).toMatchObject({ enabled: false, publishableKey: null });
      const reader = await jobs.student();
      const documentId = await jobs.document(reader);
      for (const path of ['quote', 'create-intent', 'create-checkout']) {
        const answer = await request(target.server)
          .post(`/api/v1/payment/${path}`)
          .set('Authorization', `Bearer ${reader.accessToken}`)
          .send({ documentId })
          .expect(409);
        expect(answer.body).toMatchObject({ code: 'PAYMENTS_OFF' });
      }
      await jobs.start(reader, documentId);
      await request(target.server).post('/api/v1/payment/webhook').send('{}').expect(400);
    } finally {
      await target.close();
    }
  });
});
