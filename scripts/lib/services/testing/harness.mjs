// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { commandLine } from '../leftover.mjs';

const program = fileURLToPath(new URL('hold-lease.mjs', import.meta.url));

/** @typedef {import('node:test').TestContext} TestContext */
/** @typedef {{ databaseUrl: string, redisUrl: string }} Urls */

/** @type {Map<string, import('node:child_process').ChildProcess[]>} by data directory */
const holders = new Map();

/**
 * A data directory that is gone after the test.
 *
 * @param {TestContext} test
 * @param {string} [name] part of its name
 * @returns {string}
 */
export function temporaryDataDir(test, name = '') {
  const directory = mkdtempSync(join(realpathSync(tmpdir()), `tesigo-keeper-${name}`));
  test.after(async () => {
    for (const holder of holders.get(directory) ?? []) holder.kill('SIGKILL');
    await until(() => commandLine(keeperOf(directory)) === undefined);
    rmSync(directory, { recursive: true, force: true });
  });
  return directory;
}

/** A process that holds a lease until it is ended. @param {string} dataDir */
export async function startHolder(dataDir) {
  const child = spawn(process.execPath, [program, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  holders.set(dataDir, [...(holders.get(dataDir) ?? []), child]);
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async () => String((await lines.next()).value);
  /** @type {Urls} */
  const urls = JSON.parse(await nextLine());
  return {
    urls,
    nextLine,
    /** @param {NodeJS.Signals} signal */
    async end(signal) {
      child.kill(signal);
      await exited;
    },
  };
}

/** @param {string} url @returns {Promise<boolean>} whether something listens there */
export function isListening(url) {
  const { hostname: host, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port) }, () => resolve(true));
    socket.on('error', () => resolve(false)).on('connect', () => socket.destroy());
  });
}

/** @param {Urls} urls @returns {Promise<boolean>} */
export async function bothListen({ databaseUrl, redisUrl }) {
  const states = await Promise.all([isListening(databaseUrl), isListening(redisUrl)]);
  return states.every(Boolean);
}

/** Waits until neither server is reachable. @param {Urls} urls */
export async function untilStopped({ databaseUrl, redisUrl }) {
  await until(async () => !(await isListening(databaseUrl)) && !(await isListening(redisUrl)));
}

/** @param {() => boolean | Promise<boolean>} condition */
export async function until(condition) {
  for (let tries = 0; tries < 1200; tries += 1) {
    if (await condition()) return;
    await delay(50);
  }
  throw new Error('The condition did not come true within a minute.');
}

/** @param {string} dataDir @returns {number} the pid of its keeper, present or last, or 0 */
export function keeperOf(dataDir) {
  try {
    return Number(readFileSync(join(dataDir, 'services', 'keeper.lock'), 'utf8'));
  } catch {
    return 0; // there has been none
  }
}

/** @param {string} dataDir @returns {number} the pid of its PostgreSQL */
export function postgresOf(dataDir) {
  const file = join(dataDir, 'services', 'postgres', 'data', 'postmaster.pid');
  return Number(readFileSync(file, 'utf8').split('\n')[0]);
}
