import { readPdf } from '../../testing/export-text';
import type { Student } from '../../testing/jobs/job-fixture';
import { PaymentFixture } from '../../testing/payments/payment-fixture';

let payments: PaymentFixture;
let student: Student;
let admin: Student;

beforeAll(async () => {
  payments = await PaymentFixture.start();
  student = await payments.jobs.student();
  admin = await payments.admin();
});

afterAll(() => payments.close());

describe('a receipt', () => {
  it('is a PDF that says what was paid, with a number of its own', async () => {
    const { body: list } = await payments.send('get', '/admin/prices', admin);
    const seller = { name: 'Invented Press', address: 'A Street 1, Kyiv', vatId: 'XX123' };
    const prices = { ...(list as object), vatBasisPoints: 2200, seller };
    await payments.send('put', '/admin/prices', admin, prices).expect(200);
    const { paymentId } = await payments.paid(student);
    const { receiptNumber } = await payments.payment(student, paymentId);
    const year = String(new Date().getUTCFullYear());
    expect(receiptNumber).toMatch(new RegExp(`^${year}-\\d{6}$`));
    const { body, headers } = await payments
      .send('get', `/payment/${paymentId}/receipt`, student)
      .buffer(true)
      .expect(200);
    expect(headers['content-type']).toBe('application/pdf');
    const text = (await readPdf(body as Buffer)).pages.join(' ');
    for (const part of [
      receiptNumber,
      '20 pages at 0.50 EUR',
      '10.00 EUR',
      '1.80 EUR',
      '22 %',
      'XX123',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('is written in the language of whoever reads it', async () => {
    const { paymentId } = await payments.paid(student);
    const read = async (query = '') => {
      const path = `/payment/${paymentId}/receipt${query}`;
      const { body } = await payments.send('get', path, student).buffer(true).expect(200);
      return (await readPdf(body as Buffer)).pages.join(' ').replace(/\s+/g, ' ');
    };
    expect(await read('?language=uk')).toMatch(/Квитанція.*сторінок: 20, по 0,50 EUR.*10,00 EUR/);
    expect(await read('?language=it')).toMatch(/Ricevuta.*pagine: 20, a 0,50 EUR.*di cui IVA/);
    expect(await read()).toContain('Receipt');
    await payments.query(`update users set locale = 'uk' where id = $1`, [student.userId]);
    expect(await read()).toContain('Сплачено');
    await payments.query(`update users set locale = 'en' where id = $1`, [student.userId]);
    const unknown = `/payment/${paymentId}/receipt?language=tlh`;
    await payments.send('get', unknown, student).expect(422);
  });

  it('is numbered without gaps, however many pay at once', async () => {
    const intents: string[] = [];
    for (let count = 0; count < 6; count += 1) {
      const { intentId } = await payments.intent(student, await payments.jobs.document(student));
      intents.push(intentId);
    }
    for (const intentId of intents) await payments.stripe.attempt(intentId);
    await Promise.all((await payments.news()).map((event) => payments.deliver(event)));
    const rows = await payments.query<{ number: string }>(
      `select receipt_number as number from payments where receipt_number is not null order by 1`,
    );
    const numbers = rows.map(({ number }) => Number(number.slice(5)));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it('is not there for what has not been paid', async () => {
    const { paymentId } = await payments.intent(student, await payments.jobs.document(student));
    await payments.send('get', `/payment/${paymentId}/receipt`, student).expect(404);
  });
});

describe('the books of some days', () => {
  const today = new Date().toISOString().slice(0, 10);
  const path = (from: string, to: string) => `/admin/bookkeeping?from=${from}&to=${to}`;

  it('are a file in which debits and credits are equal', async () => {
    const { text, headers } = await payments.send('get', path(today, today), admin).expect(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="tesigo-books-/);
    const [header = '', ...lines] = text.trimEnd().split('\r\n');
    const columns = header.split(',');
    const column = (name: string) =>
      lines.reduce((sum, line) => sum + Number(line.split(',')[columns.indexOf(name)]), 0);
    expect(lines.length).toBeGreaterThan(10);
    expect(column('debit')).toBeGreaterThan(0);
    expect(column('debit').toFixed(2)).toBe(column('credit').toFixed(2));
  });

  it('are for admins, and for days that there are', async () => {
    await payments.send('get', path(today, today), student).expect(403);
    await payments.send('get', path('2026-02-30', today), admin).expect(422);
    await payments.send('get', path('2026-02-02', '2026-02-01'), admin).expect(422);
    await payments.send('get', path('2024-01-01', '2026-01-01'), admin).expect(422);
    const { text } = await payments.send('get', path('2020-01-01', '2020-01-31'), admin);
    expect(text.trimEnd().split('\r\n')).toHaveLength(1);
  });
});
