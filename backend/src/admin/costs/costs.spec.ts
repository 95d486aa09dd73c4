import { newId } from '../../common';
import { type CostReport, TokenBudget } from '../../generation';
import { testApp, type TestApp } from '../../testing/test-app';
import { TestClient } from '../../testing/test-client';
import { AdminModule } from '../admin.module';

const DEAN = 'dean@example.org';

let target: TestApp;
let dean: TestClient;

beforeAll(async () => {
  const environment = { ADMIN_EMAILS: DEAN, LLM_PRICES: 'dear=2.5/10, cheap=0.15/0.6' };
  target = await testApp({ features: { imports: [AdminModule] }, environment });
  dean = await new TestClient(target).signIn(DEAN);
});

afterAll(() => target.close());

const query = <Row>(sql: string, parameters: unknown[] = []) =>
  target.database.dataSource.query<Row[]>(sql, parameters);

async function user(email: string): Promise<string> {
  const id = newId();
  await query('insert into users (id, email) values ($1, $2)', [id, email]);
  return id;
}

/** A call as the product makes it: reserved, then settled. */
async function call(userId: string, model: string, tokens: { used: number; written: number }) {
  const budget = target.app.get(TokenBudget, { strict: false });
  const reservation = await budget.reserve(userId, 300_000);
  await reservation.settle(tokens.used, { model, written: tokens.written });
}

/** What stood there for a day. */
const usage = (day: string, userId: string, model: string, cost: number) =>
  query(
    `insert into model_usage (day, user_id, model, currency, calls, tokens_in, tokens_out, cost)
     values ($1, $2, $3, 'USD', 1, 10, 5, $4)`,
    [day, userId, model, cost],
  );

const report = async (parameters: string) =>
  (await dean.send('get', `/admin/costs?${parameters}`).expect(200)).body as CostReport;

const sum = (costs: CostReport, field: 'calls' | 'tokensIn' | 'tokensOut' | 'unpricedTokens') =>
  costs.items.reduce((total, item) => total + item[field], 0);

const amount = ({ cost }: { cost: { amount: number }[] }) => cost[0]?.amount ?? 0;

/** What holds of any report that fits on a page. */
function addsUp(costs: CostReport): void {
  for (const field of ['calls', 'tokensIn', 'tokensOut', 'unpricedTokens'] as const) {
    expect(sum(costs, field)).toBe(costs.totals[field]);
  }
  expect(costs.items.reduce((total, item) => total + amount(item), 0)).toBe(amount(costs.totals));
}

describe('costs of models', () => {
  it('are booked with each call, at the price that holds', async () => {
    const student = await user('first@students.example.edu');
    await call(student, 'dear', { used: 300_000, written: 100_000 });
    await call(student, 'dear', { used: 100_000, written: 0 });
    await call(student, 'unknown', { used: 70, written: 20 });
    await call(student, 'dear', { used: 0, written: 0 });
    const costs = await report('groupBy=model');
    expect(costs.items).toEqual([
      {
        ...{ key: 'dear', label: null, calls: 2, tokensIn: 300_000, tokensOut: 100_000 },
        ...{ unpricedTokens: 0, cost: [{ amount: 175, currency: 'USD' }] },
      },
      {
        ...{ key: 'unknown', label: null, calls: 1, tokensIn: 50, tokensOut: 20 },
        ...{ unpricedTokens: 70, cost: [] },
      },
    ]);
    const byCalls = await report('groupBy=model&sort=calls&order=asc');
    expect(byCalls.items.map(({ key }) => key)).toEqual(['unknown', 'dear']);
    expect(byCalls.totals).toEqual(costs.totals);
    expect(costs.totals).toEqual({
      ...{ calls: 3, tokensIn: 300_050, tokensOut: 100_020, unpricedTokens: 70 },
      cost: [{ amount: 175, currency: 'USD' }],
    });
  });

  it('are grouped by time, and add up however small their parts', async () => {
    const student = await user('second@example.org');
    const days = ['2026-03-30', '2026-03-31', '2026-04-01', '2026-04-05', '2026-04-06'];
    // a third of a cent each
    for (const day of days) await usage(day, student, 'cheap', 3333);
    const keys = async (groupBy: string) => {
      const costs = await report(`groupBy=${groupBy}&from=2026-03-01&to=2026-04-30`);
      addsUp(costs);
      expect(costs.totals).toMatchObject({ calls: 5, cost: [{ amount: 2, currency: 'USD' }] });
      return costs.items.map(({ key }) => key);
    };
    expect(await keys('day')).toEqual(days);
    expect(await keys('week')).toEqual(['2026-03-30', '2026-04-06']);
    expect(await keys('month')).toEqual(['2026-03', '2026-04']);
    const part = await report('groupBy=day&from=2026-03-31&to=2026-04-01');
    expect(part.items.map(({ key }) => key)).toEqual(['2026-03-31', '2026-04-01']);
  });

  it('are grouped by user and institution, page by page', async () => {
    await query(
      `insert into institutions (id, name, mail_domain, pages_per_month)
       values ($1, 'Invented University', 'invented.example.edu', 0)`,
      [newId()],
    );
    const [one, two, three] = [
      await user('one@invented.example.edu'),
      await user('two@invented.example.edu'),
      await user('three@example.org'),
    ];
    for (const id of [one, two, three]) await usage('2025-01-01', id, 'cheap', 10_000);
    await usage('2025-01-01', two, 'dear', 10_000);
    const days = 'from=2025-01-01&to=2025-01-01';
    const byUser = await report(`groupBy=user&${days}`);
    addsUp(byUser);
    expect(byUser.items[0]).toMatchObject({ key: two, label: 'two@invented.example.edu' });
    const page = await report(`groupBy=user&${days}&perPage=1&page=3`);
    expect(page).toMatchObject({ total: 3, totalPages: 3, totals: byUser.totals });
    expect(page.items).toEqual(byUser.items.slice(2));
    const byInstitution = await report(`groupBy=institution&${days}`);
    addsUp(byInstitution);
    expect(byInstitution.items.map(({ label, calls }) => [label, calls])).toEqual([
      ['Invented University', 3],
      [null, 1],
    ]);
  });

  it('stay when an account goes, without its name', async () => {
    const [leaving, gone] = [await user('leaving@example.org'), await user('gone@example.org')];
    for (const id of [leaving, gone]) await usage('2024-05-05', id, 'cheap', 10_000);
    await query('delete from users where id = any($1)', [[leaving, gone]]);
    const costs = await report('groupBy=user&from=2024-05-05&to=2024-05-05');
    expect(costs.items).toEqual([
      {
        ...{ key: null, label: null, calls: 2, tokensIn: 20, tokensOut: 10 },
        ...{ unpricedTokens: 0, cost: [{ amount: 2, currency: 'USD' }] },
      },
    ]);
    const left = await query('select from model_usage where user_id = $1', [leaving]);
    expect(left).toEqual([]);
  });

  it('come as a file', async () => {
    const path = '/admin/costs/export?groupBy=month&from=2026-03-01&to=2026-04-30';
    const { text } = await dean.send('get', path).expect(200);
    expect(text.split('\r\n')).toEqual([
      'key,label,calls,tokens_in,tokens_out,unpriced_tokens,cost_minor_units,currency',
      '2026-03,,2,20,10,0,1,USD',
      '2026-04,,3,30,15,0,1,USD',
      '',
    ]);
  });

  it('are asked for days that make sense', async () => {
    await dean.send('get', '/admin/costs?from=2026-02-01&to=2026-01-01').expect(422);
    await dean.send('get', '/admin/costs?from=2000-01-01&to=2026-01-01').expect(422);
    await dean.send('get', '/admin/costs?groupBy=colour').expect(422);
  });
});
