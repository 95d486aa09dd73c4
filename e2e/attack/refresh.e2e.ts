import { setTimeout as delay } from 'node:timers/promises';
import { Api } from '../support/api';
import { startSystem, type System } from '../support/system';

const AT_ONCE = 50;
/** A revocation reaches every replica within this time. */
const REVOKED_WITHIN_MS = 1000;

let system: System;

beforeAll(async () => {
  const RATE_LIMIT_REFRESH_PER_HOUR = '1000';
  system = await startSystem({ RATE_LIMIT_DISABLED: 'false', RATE_LIMIT_REFRESH_PER_HOUR }, [
    'main',
  ]);
}, 120_000);

afterAll(() => system.stop());

const refresh = async (browser: Api) => {
  const answer = await browser.post<{ accessToken: string }>('/auth/refresh');
  if (answer.status === 200) browser.token = answer.body.accessToken;
  return answer.status;
};

const liveTokensOf = (email: string) =>
  system.query(
    `select t.id from refresh_tokens t
      join sessions s on s.id = t.session_id join users u on u.id = s.user_id
      where u.email = $1 and t.rotated_at is null and s.ended_at is null`,
    [email],
  );

/** Lets the grace of every token that was rotated so far pass. */
const passGrace = () =>
  system.query(`update refresh_tokens set rotated_at = rotated_at - interval '11 seconds'`);

const statusOf = async (browser: Api) => (await browser.get('/auth/me')).status;

describe('one refresh cookie', () => {
  it('has one live successor and signs nobody out, however often it is used at once', async () => {
    const email = 'tabs@example.org';
    const browser = await new Api(system).signIn(email);
    const tabs = Array.from({ length: AT_ONCE }, () => browser.copy());
    const statuses = await Promise.all(tabs.map(refresh));
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
    expect(await liveTokensOf(email)).toHaveLength(1);
    expect(new Set(tabs.map((tab) => tab.cookie('tesigo_refresh'))).size).toBe(1);
    expect(await Promise.all(tabs.map(statusOf))).toEqual(Array(AT_ONCE).fill(200));
    expect(await refresh(tabs[0] ?? browser)).toBe(200);
    expect(await liveTokensOf(email)).toHaveLength(1);
  });

  it('ends its whole family within a second when it comes again after the grace', async () => {
    const email = 'robbed@example.org';
    const owner = await new Api(system).signIn(email);
    const thief = owner.copy();
    const replayer = owner.copy();
    for (const holder of [owner, thief]) expect(await refresh(holder)).toBe(200);
    // both are known to the process, from its cache too
    expect(await Promise.all([owner, thief, replayer].map(statusOf))).toEqual([200, 200, 200]);
    await passGrace();
    expect(await refresh(replayer)).toBe(401);
    const deadline = Date.now() + REVOKED_WITHIN_MS;
    while ((await statusOf(owner)) === 200 && Date.now() < deadline) await delay(10);
    expect(await Promise.all([owner, thief, replayer].map(statusOf))).toEqual([401, 401, 401]);
    expect(Date.now()).toBeLessThan(deadline);
    expect(await Promise.all([owner, thief].map(refresh))).toEqual([401, 401]);
    expect(await liveTokensOf(email)).toHaveLength(0);
  });

  it('leaves the other sessions of the same account alone', async () => {
    const email = 'two-devices@example.org';
    const [laptop, phone] = [
      await new Api(system).signIn(email),
      await new Api(system).signIn(email),
    ];
    const replayer = laptop.copy();
    expect(await refresh(laptop)).toBe(200);
    await passGrace();
    expect(await refresh(replayer)).toBe(401);
    expect(await statusOf(laptop)).toBe(401);
    expect(await statusOf(phone)).toBe(200);
    expect(await refresh(phone)).toBe(200);
  });
});
