import fc from 'fast-check';
import { newId } from '../../common';
import { testApp, type TestApp } from '../../testing/test-app';
import { TestClient } from '../../testing/test-client';

const HOLDERS = 3;

let target: TestApp;

beforeAll(async () => {
  target = await testApp({
    environment: { RATE_LIMIT_REFRESH_PER_HOUR: '1000', RATE_LIMIT_REQUESTS_PER_MINUTE: '100000' },
  });
});

afterAll(() => target.close());

/** What a family of refresh tokens should do, token 0 being that of the sign-in. */
class Family {
  /** Index of the one live token. */
  private live = 0;
  /** Tokens below this index were rotated longer ago than the grace. */
  private old = 0;
  private ended = false;
  private readonly held = Array<number>(HOLDERS).fill(0);

  pass(): void {
    this.old = this.live;
  }

  refresh(holder: number): 200 | 401 {
    const token = this.held[holder] ?? 0;
    if (token < this.old) this.ended = true;
    if (this.ended) return 401;
    if (token === this.live) this.live += 1;
    this.held[holder] = this.live;
    return 200;
  }
}

const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: HOLDERS - 1 }) },
    { weight: 1, arbitrary: fc.constant('time passes' as const) },
  ),
  { minLength: 1, maxLength: 12 },
);

describe('copies of one refresh cookie', () => {
  it('stay signed in or end together, whatever order they are used in', async () => {
    const property = fc.asyncProperty(steps, async (order) => {
      const email = `${newId()}@example.org`;
      const first = await new TestClient(target).signIn(email);
      const copies = Array.from({ length: HOLDERS }, () => new TestClient(target));
      for (const copy of copies) copy.setCookie('tesigo_refresh', first.cookie('tesigo_refresh'));
      const family = new Family();
      for (const step of order) {
        if (step === 'time passes') {
          family.pass();
          await target.database.dataSource.query(
            `update refresh_tokens set rotated_at = rotated_at - interval '11 seconds'`,
          );
          continue;
        }
        const copy = copies[step];
        if (copy?.cookie('tesigo_refresh') === undefined) continue;
        const { status } = await copy.send('post', '/auth/refresh');
        expect(status).toBe(family.refresh(step));
      }
    });
    await fc.assert(property, { numRuns: 25 });
  }, 60_000);
});
