import type { Configuration } from '../config';

/**
 * Prefix of the keys and channels of jobs. Rings and news belong to the jobs of one database, so
 * installations that share a Redis do not take each other's.
 */
export function redisNamespace({ databaseUrl }: Configuration): string {
  const database = new URL(databaseUrl).pathname.slice(1);
  return `tesigo:${database}`;
}
