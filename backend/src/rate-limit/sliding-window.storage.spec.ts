import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import type { Redis } from 'ioredis';
import { connectRedis } from '../redis';
import { testRedisUrl } from '../testing/test-redis';
import { SlidingWindowStorage } from './sliding-window.storage';

let redis: Redis;
let storage: SlidingWindowStorage;

beforeAll(() => {
  redis = connectRedis(testRedisUrl());
  storage = new SlidingWindowStorage(redis);
});

afterAll(() => {
  redis.disconnect();
});

describe('counting in Redis', () => {
  it('lets exactly the limit through, of any number of hits at once', async () => {
    const cases = fc.asyncProperty(
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 30 }),
      async (limit, count) => {
        const key = randomUUID();
        const records = await Promise.all(
          Array.from({ length: count }, () => storage.increment(key, 60_000, limit)),
        );
        const passed = records.filter(({ isBlocked }) => !isBlocked);
        expect(passed).toHaveLength(Math.min(limit, count));
        expect(Math.max(...records.map(({ totalHits }) => totalHits))).toBe(passed.length);
        expect(records.every(({ timeToExpire }) => timeToExpire > 58)).toBe(true);
      },
    );
    await fc.assert(cases, { numRuns: 20 });
  });

  it('makes room as the oldest hit leaves the window, not all at once', async () => {
    const key = randomUUID();
    const hit = () => storage.increment(key, 1000, 2).then(({ isBlocked }) => !isBlocked);
    expect(await hit()).toBe(true);
    await sleep(600);
    expect([await hit(), await hit()]).toEqual([true, false]);
    await sleep(600);
    expect([await hit(), await hit()]).toEqual([true, false]);
  });

  it('does not lengthen the wait of who keeps knocking', async () => {
    const key = randomUUID();
    await storage.increment(key, 900, 1);
    for (let knock = 0; knock < 8; knock += 1) {
      await sleep(60);
      expect((await storage.increment(key, 900, 1)).isBlocked).toBe(true);
    }
    await sleep(500);
    expect((await storage.increment(key, 900, 1)).isBlocked).toBe(false);
  });

  it('leaves nothing behind', async () => {
    const key = randomUUID();
    await storage.increment(key, 200, 1);
    await sleep(300);
    expect(await redis.exists(`limit:${key}`)).toBe(0);
  });
});
