// @ts-check
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { errorCode, errorMessage } from '../setup-error.mjs';
import { receiveLines, send } from './json-lines.mjs';
import { startPostgres, stopLeftoverPostgres } from './postgres.mjs';
import { startRedis, stopLeftoverRedis } from './redis.mjs';

/** @typedef {import('node:net').Socket} Socket */
/** @typedef {import('./json-lines.mjs').HolderMessage} HolderMessage */
/** @typedef {import('./json-lines.mjs').WantedServices} WantedServices */
/** @typedef {import('./service-process.mjs').Service} Service */
/** @typedef {'PostgreSQL' | 'Redis'} ServiceName */

const FIRST_HOLDER_MS = 10_000;
const GRACE_MS = 1_000;

/**
 * Owns the private services of one data directory. An open connection is a lease on them: they run
 * while anyone holds one, and stop about a second after the last holder has gone, whether it said
 * goodbye or was killed.
 */
export class Keeper {
  #directory;
  /** @type {Map<ServiceName, Promise<Service>>} */
  #services = new Map();
  /** @type {Set<Socket>} */
  #holders = new Set();
  #server = createServer((socket) => this.#accept(socket));
  /** @type {NodeJS.Timeout | undefined} */
  #lastCall;
  /** @type {Promise<void> | undefined} */
  #ending;

  /** @param {string} directory of the private services; this process must hold its lock */
  constructor(directory) {
    this.#directory = directory;
  }

  /** @param {string} socketPath */
  async listen(socketPath) {
    await Promise.all([stopLeftoverPostgres(this.#directory), stopLeftoverRedis(this.#directory)]);
    rmSync(socketPath, { force: true });
    await new Promise((resolve, reject) => {
      this.#server.once('error', reject).listen(socketPath, () => resolve(undefined));
    });
    this.#endUnlessHeld(FIRST_HOLDER_MS);
  }

  /** Stops the services and then lets the holders go. @returns {Promise<void>} */
  end() {
    this.#ending ??= this.#stopAll();
    return this.#ending;
  }

  async #stopAll() {
    clearTimeout(this.#lastCall);
    this.#server.close();
    const started = await Promise.allSettled(this.#services.values());
    const running = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    await Promise.all(running.map((service) => service.stop()));
    for (const holder of this.#holders) holder.destroy();
  }

  /** @param {Socket} socket */
  #accept(socket) {
    this.#holders.add(socket);
    clearTimeout(this.#lastCall);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#holders.delete(socket);
      this.#endUnlessHeld(GRACE_MS);
    });
    receiveLines(socket, (/** @type {HolderMessage} */ message) => {
      if ('start' in message) void this.#serve(socket, message.start);
      else this.#release(socket);
    });
  }

  /** @param {number} patienceMs */
  #endUnlessHeld(patienceMs) {
    if (this.#ending || this.#holders.size > 0) return;
    clearTimeout(this.#lastCall);
    this.#lastCall = setTimeout(() => void this.end(), patienceMs);
  }

  /**
   * The last one to leave sees its connection closed when everything has stopped.
   *
   * @param {Socket} socket
   */
  #release(socket) {
    if (this.#holders.size === 1) void this.end();
    else socket.end();
  }

  /** @param {Socket} socket @param {WantedServices} wanted */
  async #serve(socket, { postgres, redis }) {
    try {
      const [database, queue] = await Promise.all([
        postgres && this.#provide('PostgreSQL', () => startPostgres(this.#directory, postgres)),
        redis && this.#provide('Redis', () => startRedis(this.#directory, redis)),
      ]);
      send(socket, { ready: { databaseUrl: database?.url, redisUrl: queue?.url } });
    } catch (error) {
      send(socket, { failed: this.#explain(error) });
    }
  }

  /** @param {unknown} error @returns {string} */
  #explain(error) {
    if (!['EACCES', 'EPERM'].includes(errorCode(error) ?? '')) return errorMessage(error);
    return (
      `The files in ${this.#directory} belong to another account: ` +
      'start as that account, or set TESIGO_DATA_DIR to another directory.'
    );
  }

  /**
   * Starts a service once, however many ask; one that failed to start may be asked for again.
   *
   * @param {ServiceName} name
   * @param {() => Promise<Service>} start
   * @returns {Promise<Service>}
   */
  #provide(name, start) {
    const present = this.#services.get(name);
    if (present) return present;
    const starting = start();
    this.#services.set(name, starting);
    starting.then(
      (service) => void service.exited.then((reason) => this.#serviceExited(name, reason)),
      () => this.#services.delete(name),
    );
    return starting;
  }

  /** @param {ServiceName} name @param {string} reason */
  #serviceExited(name, reason) {
    if (this.#ending) return;
    const log = join(this.#directory, `${name === 'Redis' ? 'redis' : 'postgres'}.log`);
    const stopped = `The private ${name} stopped unexpectedly (${reason}): see ${log}, start again.`;
    for (const holder of this.#holders) send(holder, { stopped });
    void this.end();
  }
}
