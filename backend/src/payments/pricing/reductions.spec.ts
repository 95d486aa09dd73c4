import type { Student } from '../../testing/jobs/job-fixture';
import { PaymentFixture, PRICE } from '../../testing/payments/payment-fixture';
import type { PaymentSummary } from '../dto/payment';
import { FIRST_PRICE_LIST } from './price-list';

let payments: PaymentFixture;
let student: Student;
let admin: Student;

beforeAll(async () => {
  payments = await PaymentFixture.start();
  student = await payments.jobs.student();
  admin = await payments.admin();
});

afterAll(() => payments.close());

const offer = (code: string, rules: object) =>
  payments.send('post', '/admin/discount-codes', admin, { code, ...rules }).expect(201);

const setPrices = (changes: object) =>
  payments.send('put', '/admin/prices', admin, { ...FIRST_PRICE_LIST, ...changes }).expect(200);

async function ask(who: Student, discountCode?: string, documentId?: string) {
  const document = documentId ?? (await payments.jobs.document(who));
  const body = { documentId: document, ...(discountCode && { discountCode }) };
  return payments.post('/quote', who, body);
}

const quote = async (who: Student, discountCode?: string) =>
  (await ask(who, discountCode)).body as PaymentSummary;

describe('a discount code', () => {
  it('takes off what it says, in what is charged as well', async () => {
    await offer('spring-25', { percent: 25 });
    const documentId = await payments.jobs.document(student);
    const { body } = await ask(student, ' Spring-25 ', documentId);
    expect(body).toMatchObject({ amount: 750, discount: 250, discountCode: 'SPRING-25' });
    expect(await payments.intent(student, documentId)).toMatchObject({ amount: 750 });
    const plain = await ask(student, undefined, documentId);
    expect(plain.body).toMatchObject({ amount: 750 });
  });

  it('can be taken back', async () => {
    await offer('MISTAKEN', { percent: 10 });
    const documentId = await payments.jobs.document(student);
    await ask(student, 'MISTAKEN', documentId);
    const { body } = await payments.post('/quote', student, { documentId, discountCode: null });
    expect(body).toMatchObject({ amount: PRICE, discount: 0, discountCode: null });
    expect(await payments.intent(student, documentId)).toMatchObject({ amount: PRICE });
  });

  it('that makes it free of charge starts the writing at once', async () => {
    await offer('GIFT', { percent: 100 });
    const one = await payments.jobs.student();
    const documentId = await payments.jobs.document(one);
    await ask(one, 'GIFT', documentId);
    const intent = await payments.intent(one, documentId);
    expect(intent).toMatchObject({ clientSecret: null, amount: 0 });
    const payment = await payments.payment(one, intent.paymentId);
    expect(payment).toMatchObject({ status: 'paid', method: 'none', refundable: 0 });
    expect(await payments.books(intent.paymentId)).toEqual({});
    await payments.relay();
    expect(await payments.jobsOf(documentId)).toBe(1);
  });

  it('is used as often as it may be, however many ask at once', async () => {
    await offer('FEW', { percent: 50, maxUses: 3 });
    const many = await Promise.all(Array.from({ length: 10 }, () => payments.jobs.student()));
    const answers = await Promise.all(many.map((one) => ask(one, 'FEW')));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array<number>(3).fill(201), ...Array<number>(7).fill(422)]);
  });

  it.each([
    ['is not known', 'NOBODY-KNOWS', undefined],
    ['has expired', 'OLD', { percent: 10, expiresAt: '2020-01-01T00:00:00Z' }],
  ])('that %s is refused', async (_, code, rules) => {
    if (rules) await offer(code, rules);
    const { status, body } = await ask(student, code);
    expect({ status, body: body as object }).toMatchObject({
      status: 422,
      body: { code: 'DISCOUNT_REFUSED' },
    });
  });

  it('is good for so many documents of one student, and free again when a quote runs out', async () => {
    await offer('ONCE', { percent: 10, usesPerUser: 1 });
    const one = await payments.jobs.student();
    const first = await quote(one, 'ONCE');
    expect((await ask(one, 'ONCE')).status).toBe(422);
    await payments.query('update payments set valid_until = now() where id = $1', [first.id]);
    expect((await ask(one, 'ONCE')).status).toBe(201);
  });

  it('is made by admins alone, and each name once', async () => {
    await offer('TWICE', { percent: 10 });
    const path = '/admin/discount-codes';
    await payments.send('post', path, admin, { code: 'twice', percent: 90 }).expect(409);
    await payments.send('post', path, student, { code: 'MINE', percent: 90 }).expect(403);
    await payments.send('post', path, admin, { code: 'X', percent: 0 }).expect(422);
  });
});

describe('pages that are given', () => {
  afterEach(() => setPrices({}));

  it('free to each account, are taken off, and no more of them than there are in a month', async () => {
    await setPrices({ freePages: 30 });
    const one = await payments.jobs.student();
    expect(await quote(one)).toMatchObject({
      ...{ grantedPages: 20, grantedBy: 'allowance', amount: 0 },
    });
    expect(await quote(one)).toMatchObject({ grantedPages: 10, amount: 500 });
    expect(await quote(one)).toMatchObject({ grantedPages: 0, grantedBy: null, amount: PRICE });
  });

  it('free to each account, cannot be taken twice at once', async () => {
    await setPrices({ freePages: 20 });
    const one = await payments.jobs.student();
    const quotes = await Promise.all(Array.from({ length: 6 }, () => quote(one)));
    expect(quotes.reduce((sum, { grantedPages }) => sum + grantedPages, 0)).toBe(20);
  });

  it('by an institution, are shared by its students', async () => {
    const institution = { name: 'Invented University', mailDomain: 'invented.example.org' };
    const body = { ...institution, pagesPerMonth: 50 };
    await payments.send('put', '/admin/institutions', admin, body).expect(200);
    const many = await Promise.all(Array.from({ length: 4 }, () => payments.jobs.student()));
    for (const { userId } of many) {
      const email = `${userId}@invented.example.org`;
      await payments.query('update users set email = $2 where id = $1', [userId, email]);
    }
    const quotes = await Promise.all(many.map((one) => quote(one)));
    const granted = quotes.map(({ grantedPages }) => grantedPages).sort((a, b) => b - a);
    expect(granted).toEqual([20, 20, 10, 0]);
    expect(quotes.filter(({ grantedBy }) => grantedBy === 'institution')).toHaveLength(3);
    expect(await quote(student)).toMatchObject({ grantedPages: 0 });
    const listed = await payments.send('get', '/admin/institutions', admin).expect(200);
    expect(listed.body).toMatchObject({ total: 1, items: [body] });
  });
});

describe('another currency', () => {
  afterEach(() => setPrices({}));

  it.each([
    ['JPY', 80, 1600, 1600],
    ['KWD', 155, 3100, 3100],
    ['KWD', 151, 3020, 3020],
    ['ISK', 70, 1400, 140_000],
    ['UGX', 2000, 40_000, 4_000_000],
  ])(
    '%s at %i a page is %i here, %i at Stripe, and paid',
    async (currency, pagePrice, amount, at) => {
      await setPrices({ currency, pagePrice });
      const documentId = await payments.jobs.document(student);
      const { paymentId, intentId, ...intent } = await payments.intent(student, documentId);
      expect(intent).toMatchObject({ amount, currency });
      const made = await payments.stripe.attempt(intentId);
      expect(made).toMatchObject({ amount: at, currency: currency.toLowerCase() });
      await payments.deliverAll();
      expect(await payments.payment(student, paymentId)).toMatchObject({ status: 'paid' });
      await payments.stripe.refundAtStripe(intentId, at / 2);
      await payments.deliverAll();
      expect(await payments.payment(student, paymentId)).toMatchObject({
        status: 'partially_refunded',
        refunded: amount / 2,
      });
    },
  );

  it.each(['EURO', 'eur', 'ZZZ', ''])('is one that there is: not %j', async (currency) => {
    const list = { ...FIRST_PRICE_LIST, currency };
    await payments.send('put', '/admin/prices', admin, list).expect(422);
  });
});
