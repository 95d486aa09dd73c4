// @ts-check
import { setTimeout as delay } from 'node:timers/promises';
import { SetupError, errorCode } from './setup-error.mjs';

const PATIENCE_MS = 10_000;
const ATTEMPT_MS = 3_000;
const PAUSE_MS = 500;

/** @type {Record<string, string | undefined>} by system, PostgreSQL or Redis error code */
const REASONS = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'its host name is unknown',
  EAI_AGAIN: 'its host name cannot be looked up at the moment',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no route to it',
  '28P01': 'it refuses the password',
  28000: 'it refuses the account',
  '3D000': 'it has no such database',
  WRONGPASS: 'it refuses the password',
  NOAUTH: 'it asks for a password',
};

/** Waiting does not help with these. */
const FINAL = new Set(['28P01', '28000', '3D000', 'WRONGPASS', 'NOAUTH']);

/**
 * @param {string} url
 * @param {{ name?: string, signal?: AbortSignal }} [options] the variable that it is from
 * @throws {SetupError} when the database does not let us in within 10 s
 */
export async function requireDatabase(url, { name = 'DATABASE_URL', signal } = {}) {
  const { default: pg } = await import('pg');
  await requireAnswer({ name, kind: 'PostgreSQL', url, signal }, async () => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: ATTEMPT_MS });
    client.on('error', () => undefined);
    try {
      await client.connect();
    } finally {
      await client.end().catch(() => undefined);
    }
  });
}

/**
 * @param {string} url
 * @param {AbortSignal} [signal]
 * @throws {SetupError} when the Redis of `REDIS_URL` does not let us in within 10 s
 */
export async function requireRedis(url, signal) {
  const { Redis } = await import('ioredis');
  await requireAnswer({ name: 'REDIS_URL', kind: 'Redis', url, signal }, async () => {
    const options = { lazyConnect: true, retryStrategy: () => null, connectTimeout: ATTEMPT_MS };
    const client = new Redis(url, { ...options, maxRetriesPerRequest: 0 });
    /** @type {unknown} the reason; the rejected command only says that there is no connection */
    let reason;
    client.on('error', (error) => (reason ??= error));
    try {
      await client.connect();
      await client.ping();
    } catch (error) {
      throw reason ?? error;
    } finally {
      client.disconnect();
    }
  });
}

/**
 * @param {{ name: string, kind: string, url: string, signal?: AbortSignal }} service
 * @param {() => Promise<void>} attempt
 */
async function requireAnswer({ name, kind, url, signal }, attempt) {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    signal?.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      if (!isFinal(error) && Date.now() + PAUSE_MS < deadline) {
        await delay(PAUSE_MS);
        continue;
      }
      const remedy = `start it, or correct ${name}.`;
      const message = `The ${kind} at ${whereOf(url)} cannot be used, ${reasonOf(error)}: ${remedy}`;
      throw new SetupError(message, { cause: error });
    }
  }
}

/**
 * PostgreSQL and the system give a code, Redis begins its message with one; a host with several
 * addresses fails with one error for each.
 *
 * @param {unknown} error
 * @returns {string}
 */
function codeOf(error) {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const code = errorCode(first) ?? /^[A-Z]+(?= )/.exec(String(first?.message))?.[0];
  return code ?? '';
}

/** @param {unknown} error @returns {boolean} */
const isFinal = (error) => FINAL.has(codeOf(error));

/** @param {unknown} error @returns {string} */
function reasonOf(error) {
  const code = codeOf(error);
  return REASONS[code] ?? (code ? `the connection fails with ${code}` : 'the connection fails');
}

/** The address without account and password. @param {string} url @returns {string} */
function whereOf(url) {
  const { hostname, port } = new URL(url);
  return [hostname || 'the local socket', port].filter(Boolean).join(':');
}
