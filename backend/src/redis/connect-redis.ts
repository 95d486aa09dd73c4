import { Logger } from '@nestjs/common';
import { Redis, type RedisOptions } from 'ioredis';

const MAX_RECONNECT_DELAY_MS = 1000;
/** A connection that owes an answer this long is dead, though nobody has said so. */
const SILENCE_MS = 5000;
const HEARTBEAT_MS = 2000;

/**
 * A client that fails fast: a request waits at most for one reconnection or two seconds, never for
 * a Redis that stays away. The client itself goes on reconnecting for as long as the process runs.
 */
export function connectRedis(url: string, options: RedisOptions = {}): Redis {
  const logger = new Logger('Redis');
  const redis = new Redis(url, {
    maxRetriesPerRequest: 1,
    connectTimeout: 2000,
    commandTimeout: 2000,
    socketTimeout: SILENCE_MS,
    retryStrategy: (attempt) => Math.min(attempt * 50, MAX_RECONNECT_DELAY_MS),
    ...options,
  });
  let away = false;
  redis.on('ready', () => {
    if (away) logger.log('Redis is back.');
    away = false;
  });
  // without a listener ioredis prints to the console; every attempt errs, one line says it
  redis.on('error', (error: NodeJS.ErrnoException) => {
    if (!away) logger.error(`Redis is away (${error.code ?? error.name}).`);
    away = true;
  });
  return redis;
}

/**
 * A client that only listens. It asks for a sign of life again and again: who waits for messages
 * alone would never learn that the connection they should come by is dead.
 */
export function connectSubscriber(url: string, options: RedisOptions = {}): Redis {
  const redis = connectRedis(url, { ...options, autoResubscribe: false });
  const heartbeat = setInterval(() => {
    if (redis.status === 'ready') redis.ping().catch(() => undefined);
  }, HEARTBEAT_MS).unref();
  redis.once('end', () => {
    clearInterval(heartbeat);
  });
  return redis;
}
