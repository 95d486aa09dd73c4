import { Api } from '../support/api';
import { startSystem, type System } from '../support/system';

const AT_ONCE = 100;
const SCANS = 20;

let system: System;

beforeAll(async () => {
  // Limits would refuse most of the redemptions, and so hide what this is about
  system = await startSystem({}, ['main']);
}, 120_000);

afterAll(() => system.stop());

const sessionsOf = (email: string) =>
  system.query(`select s.id from sessions s join users u on u.id = s.user_id where u.email = $1`, [
    email,
  ]);

const redeem = (browser: Api, token: string) =>
  browser.post<{ accessToken?: string }>('/auth/verify-magic-link', { token });

describe('one sign-in link', () => {
  it('opens one session, however often it is redeemed at once', async () => {
    const email = 'hurried@example.org';
    const browser = new Api(system);
    const { token } = await browser.requestLink(email);
    const copies = Array.from({ length: AT_ONCE }, () => browser.copy());
    const answers = await Promise.all(copies.map((copy) => redeem(copy, token)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    // the others failed, or came when five failures had locked the pair out
    expect(statuses.filter((status) => ![200, 401, 429].includes(status))).toEqual([]);
    expect(await sessionsOf(email)).toHaveLength(1);
  });

  it('opens no session for a second browser that holds the link alone', async () => {
    const email = 'forwarded@example.org';
    const { token } = await new Api(system).requestLink(email);
    const other = new Api(system);
    await other.requestLink('somebody-else@example.org');
    expect((await redeem(other, token)).status).toBe(401);
    expect(await sessionsOf(email)).toHaveLength(0);
  });

  it('is not used up by scanners of mail that follow it first', async () => {
    const email = 'scanned@example.org';
    const browser = new Api(system);
    const { token } = await browser.requestLink(email);
    for (let scan = 0; scan < SCANS; scan += 1) {
      for (const method of ['GET', 'HEAD']) {
        // a scanner drops the fragment or mistakes it for a query
        for (const link of ['/auth/verify', `/auth/verify?token=${token}`]) {
          const page = await fetch(`${system.url}${link}`, { method });
          expect(page.status).toBeLessThan(500);
          await page.arrayBuffer();
        }
      }
      expect((await redeem(new Api(system), token)).status).toBe(401);
    }
    expect(await sessionsOf(email)).toHaveLength(0);
    expect((await redeem(browser, token)).status).toBe(200);
    expect(await sessionsOf(email)).toHaveLength(1);
  });
});
