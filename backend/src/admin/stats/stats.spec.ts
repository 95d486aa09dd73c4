import { newId } from '../../common';
import { PaymentFixture, PRICE } from '../../testing/payments/payment-fixture';
import type { AdminStats } from '../dto/stats';

let fixture: PaymentFixture;

beforeAll(async () => {
  fixture = await PaymentFixture.start();
});

afterAll(() => fixture.close());

const today = () => new Date().toISOString().slice(0, 10);

it('statistics tell what the tables and the books have', async () => {
  const admin = await fixture.admin();
  const student = await fixture.jobs.student();
  const { documentId } = await fixture.paid(student, ['A chapter']);
  const old = await fixture.jobs.student();
  await fixture.query(
    `update users set created_at = now() - interval '40 days', blocked_at = now() where id = $1`,
    [old.userId],
  );
  await fixture.query(
    `update sessions set last_used_at = now() - interval '8 days' where user_id = $1`,
    [old.userId],
  );
  await fixture.query(
    `insert into token_usage (user_id, day, used) values ($1, $2, 30), ($1, '2020-01-01', 12)`,
    [student.userId, today()],
  );
  await fixture.query(
    `insert into model_usage (day, user_id, model, currency, calls, tokens_in, tokens_out, cost)
     values ($1, $2, 'm', 'USD', 1, 20, 10, 30000), ('2020-01-01', $2, 'm', 'USD', 1, 1, 1, 20000)`,
    [today(), student.userId],
  );
  await fixture.query(
    `insert into jobs (id, document_id, owner_id, status, finished_at)
     values ($1, $2, $3, 'failed', now())`,
    [newId(), documentId, student.userId],
  );
  const answer = await fixture.send('get', '/admin/stats?days=7', admin).expect(200);
  const { series, ...stats } = answer.body as AdminStats;
  const revenue = [{ currency: 'EUR', sales: PRICE, vat: 0, refunds: 0, net: PRICE }];
  expect(stats).toEqual({
    users: { total: 3, newToday: 2, newIn7Days: 2, activeIn7Days: 2, blocked: 1 },
    documents: expect.objectContaining({ draft: 0, completed: 0 }) as object,
    jobs: expect.objectContaining({ failed: 1, completed: 0 }) as object,
    tokens: { today: 30, total: 42 },
    modelCost: [{ amount: 5, currency: 'USD' }],
    revenue,
  });
  expect(Object.values(stats.documents).reduce((sum, count) => sum + count)).toBe(1);
  expect(series).toHaveLength(7);
  expect(series.at(-1)).toEqual({
    ...{ day: today(), newUsers: 2, newDocuments: 1, jobsCompleted: 0, jobsFailed: 1 },
    ...{ tokens: 30, modelCost: [{ amount: 3, currency: 'USD' }], revenue },
  });
  expect(series[0]).toMatchObject({ newUsers: 0, tokens: 0, modelCost: [], revenue: [] });
  await fixture.send('get', '/admin/stats?days=0', admin).expect(422);
  await fixture.send('get', '/admin/stats', student).expect(403);
});
