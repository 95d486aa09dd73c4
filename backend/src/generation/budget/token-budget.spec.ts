import { newId } from '../../common';
import { loadConfiguration } from '../../config';
import { type TestDatabase, testDatabase } from '../../testing/test-database';
import { fixedSettings } from '../../testing/fixed-settings';
import { secondsToUtcMidnight, TokenBudget } from './token-budget';
import { TokenLedgerRepository } from './token-ledger.repository';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.drop());

async function user(limit: number, platformLimit?: number) {
  const userId = newId();
  await database.dataSource.query('insert into users (id, email) values ($1, $2)', [
    userId,
    `${userId}@example.org`,
  ]);
  const config = loadConfiguration({
    DATABASE_URL: database.url,
    REDIS_URL: 'redis://127.0.0.1:1',
    JWT_SECRET: 'a test key, forty characters long, no less',
    DAILY_TOKEN_LIMIT: String(limit),
    ...(platformLimit !== undefined && { PLATFORM_DAILY_TOKEN_LIMIT: String(platformLimit) }),
  });
  const budget = new TokenBudget(
    new TokenLedgerRepository(database.dataSource),
    config,
    fixedSettings(config),
  );
  return { userId, budget };
}

const granted = (outcomes: PromiseSettledResult<unknown>[]): number =>
  outcomes.filter(({ status }) => status === 'fulfilled').length;

describe('the daily token budget', () => {
  it('is not overrun by a single token by 200 calls that start at once', async () => {
    const { userId, budget } = await user(1000);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 200 }, () => budget.reserve(userId, 30)),
    );
    expect(granted(outcomes)).toBe(33);
    const refused = outcomes.find(({ status }) => status === 'rejected');
    expect(refused).toMatchObject({ reason: { code: 'TOKEN_LIMIT' } });
  });

  it('stays below the limit while calls come, end and fail at random', async () => {
    const { userId, budget } = await user(2000);
    const run = async (index: number) => {
      const reserved = 20 + (index % 90);
      const reservation = await budget.reserve(userId, reserved);
      await reservation.settle(index % 3 === 0 ? 0 : reserved - (index % 20));
      return index % 3 === 0 ? 0 : reserved - (index % 20);
    };
    const outcomes = await Promise.allSettled(
      Array.from({ length: 200 }, (_, index) => run(index)),
    );
    const used = outcomes.reduce(
      (sum, one) => sum + (one.status === 'fulfilled' ? one.value : 0),
      0,
    );
    const { tokensUsedToday } = await budget.usage(userId);
    expect(tokensUsedToday).toBe(used);
    expect(tokensUsedToday).toBeLessThanOrEqual(2000);
  });

  it('refuses a call that alone is larger than the limit', async () => {
    const { userId, budget } = await user(1000);
    await expect(budget.reserve(userId, 1001)).rejects.toMatchObject({ code: 'TOKEN_LIMIT' });
  });

  it('gives back what a call did not need', async () => {
    const { userId, budget } = await user(1000);
    await (await budget.reserve(userId, 1000)).settle(400);
    await expect(budget.reserve(userId, 601)).rejects.toMatchObject({ code: 'TOKEN_LIMIT' });
    await expect(budget.reserve(userId, 600)).resolves.toBeDefined();
  });

  it('takes back what a process that died had set aside', async () => {
    const { userId, budget } = await user(1000);
    await budget.reserve(userId, 900);
    await expect(budget.reserve(userId, 200)).rejects.toMatchObject({ code: 'TOKEN_LIMIT' });
    await database.dataSource.query(
      `update token_reservations set expires_at = now() - interval '1 second' where user_id = $1`,
      [userId],
    );
    await expect(budget.reserve(userId, 200)).resolves.toBeDefined();
  });

  describe('of the whole installation', () => {
    const platform = async () => {
      const [row] = await database.dataSource.query<{ used: number; reserved: number }[]>(
        'select used::int, reserved::int from platform_token_usage',
      );
      return row;
    };

    afterEach(() => database.dataSource.query('delete from platform_token_usage'));

    it('is not overrun by a single token by 200 calls of 20 users at once', async () => {
      const users = await Promise.all(Array.from({ length: 20 }, () => user(1000, 1000)));
      const calls = Array.from({ length: 200 }, async (_, index) => {
        const { userId, budget } = users[index % users.length]!;
        const reservation = await budget.reserve(userId, 30);
        await reservation.settle(index % 2 === 0 ? 30 : 10);
        return index % 2 === 0 ? 30 : 10;
      });
      const outcomes = await Promise.allSettled(calls);
      const used = outcomes.reduce(
        (sum, one) => sum + (one.status === 'fulfilled' ? one.value : 0),
        0,
      );
      expect(await platform()).toEqual({ used, reserved: 0 });
      expect(used).toBeGreaterThan(900);
      expect(used).toBeLessThanOrEqual(1000);
    });

    it('refuses, and takes nothing of the user, when the installation has no room', async () => {
      const { userId, budget } = await user(1000, 100);
      const refused = await budget.reserve(userId, 101).catch((error: unknown) => error);
      expect(refused).toMatchObject({ code: 'TOKEN_LIMIT' });
      expect((refused as Error).message).toContain('installation');
      await (await user(1000)).budget.reserve(userId, 1000);
    });

    it('takes back what any process that died had set aside', async () => {
      const first = await user(1000, 100);
      const second = await user(1000, 100);
      await first.budget.reserve(first.userId, 90);
      await database.dataSource.query(
        `update token_reservations set expires_at = now() - interval '1 second' where user_id = $1`,
        [first.userId],
      );
      await second.budget.reserve(second.userId, 50);
      expect(await platform()).toEqual({ used: 0, reserved: 50 });
    });
  });

  it('is one for each user', async () => {
    const first = await user(100);
    const second = await user(100);
    await first.budget.reserve(first.userId, 100);
    await expect(second.budget.reserve(second.userId, 100)).resolves.toBeDefined();
  });

  it('shows what was used by day, and in total', async () => {
    const { userId, budget } = await user(1000);
    await (await budget.reserve(userId, 100)).settle(70);
    await database.dataSource.query(
      `insert into token_usage (user_id, day, used) values ($1, '2020-02-29', 30)`,
      [userId],
    );
    expect(await budget.usage(userId)).toMatchObject({
      userId,
      tokensUsedToday: 70,
      tokensUsedTotal: 100,
      dailyTokenLimit: 1000,
      byDay: [{ tokens: 70 }, { day: '2020-02-29', tokens: 30 }],
    });
  });

  it('starts anew at midnight UTC', () => {
    expect(secondsToUtcMidnight(new Date('2026-03-01T23:59:30Z'))).toBe(30);
    expect(secondsToUtcMidnight(new Date('2026-12-31T00:00:00Z'))).toBe(86_400);
  });
});
