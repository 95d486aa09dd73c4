import { once } from 'node:events';
import { Redis } from 'ioredis';
import { TcpProxy } from '../testing/tcp-proxy';
import { testRedisUrl } from '../testing/test-redis';
import { connectRedis, connectSubscriber } from './connect-redis';

const CHANNEL = `silent-redis-${String(process.pid)}`;
/** A heartbeat, the silence after it, and a new connection. */
const NOTICED_WITHIN_MS = 15_000;

let network: TcpProxy;
let publisher: Redis;
let url: string;

beforeAll(async () => {
  network = new TcpProxy(new URL(testRedisUrl()));
  url = await network.listen();
  publisher = new Redis(testRedisUrl());
});

afterAll(() => {
  publisher.disconnect();
  network.close();
});

/** Errors come before it. */
const ready = (redis: Redis) => new Promise((resolve) => redis.once('ready', resolve));

describe('a connection to Redis that is dead, of which nobody was told', () => {
  it(
    'is replaced by one that hears messages',
    async () => {
      const subscriber = connectSubscriber(url);
      await ready(subscriber);
      network.swallow();
      network.mendForNew();
      await ready(subscriber);
      await subscriber.subscribe(CHANNEL);
      const heard = once(subscriber, 'message');
      await publisher.publish(CHANNEL, 'news');
      expect(await heard).toEqual([CHANNEL, 'news']);
      subscriber.disconnect();
    },
    NOTICED_WITHIN_MS,
  );

  it(
    'is replaced by one that answers',
    async () => {
      const redis = connectRedis(url);
      await redis.ping();
      network.swallow();
      network.mendForNew();
      await expect(redis.ping()).rejects.toThrow();
      await ready(redis);
      expect(await redis.ping()).toBe('PONG');
      redis.disconnect();
    },
    NOTICED_WITHIN_MS,
  );

  it(
    'is kept while a subscriber has nothing to hear',
    async () => {
      const subscriber = connectSubscriber(url);
      await ready(subscriber);
      await subscriber.subscribe(CHANNEL);
      let closed = false;
      subscriber.on('close', () => (closed = true));
      await new Promise((resolve) => setTimeout(resolve, 7_500));
      expect(closed).toBe(false);
      subscriber.disconnect();
    },
    NOTICED_WITHIN_MS,
  );
});
