import { Api } from '../support/api';
import { startSystem, type System } from '../support/system';

const CLAIMS = 1000;
const AT_ONCE = 50;
/** Tries to sign in an hour, and requests a minute, of one client: see the configuration. */
const TRIES = 10;
const REQUESTS = 600;

const claimed = (index: number) => `198.51.${String(index >> 8)}.${String(index & 255)}`;

/** Where some proxy or other says who its client is. */
const headersOf = (address: string) => ({
  'X-Forwarded-For': address,
  'X-Real-IP': address,
  'X-Client-IP': address,
  'True-Client-IP': address,
  'CF-Connecting-IP': address,
  Forwarded: `for=${address}`,
});

const limits = { RATE_LIMIT_DISABLED: 'false' };

async function tryToSignIn(system: System, headers: Record<string, string>): Promise<number> {
  const proof = { token: 'A'.repeat(43) };
  return (await new Api(system).post('/auth/verify-magic-link', proof, headers)).status;
}

/** One try from each claimed address. @returns how many of them had which status */
async function tryFrom(system: System, headers: (index: number) => Record<string, string>) {
  const counts: Record<number, number> = {};
  for (let start = 0; start < CLAIMS; start += AT_ONCE) {
    const tries = Array.from({ length: AT_ONCE }, (_, index) =>
      tryToSignIn(system, headers(start + index)),
    );
    for (const status of await Promise.all(tries)) counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
}

describe('without a trusted proxy', () => {
  let system: System;

  beforeAll(async () => {
    system = await startSystem(limits, ['main']);
  }, 120_000);

  afterAll(() => system.stop());

  it('a thousand claimed addresses are the one client they come from', async () => {
    const counts = await tryFrom(system, (index) => headersOf(claimed(index)));
    expect(counts).toEqual({ 401: TRIES, 429: CLAIMS - TRIES });
    expect(CLAIMS).toBeGreaterThan(REQUESTS);
    const { status } = await new Api(system).request(
      'GET',
      '/auth/me',
      undefined,
      headersOf('198.18.0.1'),
    );
    expect(status).toBe(429);
  });
});

describe('behind a trusted proxy', () => {
  let system: System;
  const seen = '203.0.113.9';

  beforeAll(async () => {
    system = await startSystem({ ...limits, TRUSTED_PROXIES: '127.0.0.1' }, ['main']);
  }, 120_000);

  afterAll(() => system.stop());

  it('only the address that the proxy has appended counts', async () => {
    const counts = await tryFrom(system, (index) => ({
      ...headersOf(claimed(index)),
      'X-Forwarded-For': `${claimed(index)}, 127.0.0.1, ${claimed(index + 1)}, ${seen}`,
    }));
    expect(counts).toEqual({ 401: TRIES, 429: CLAIMS - TRIES });
    expect(await tryToSignIn(system, headersOf('203.0.113.10'))).toBe(401);
  });
});
