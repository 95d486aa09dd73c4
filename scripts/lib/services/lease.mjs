// @ts-check
import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { quoteLog } from '../command.mjs';
import { openDataDir } from '../data-dir.mjs';
import { SetupError } from '../setup-error.mjs';
import { receiveLines, send } from './json-lines.mjs';
import { KEEPER_TAKEN } from './keeper-exit.mjs';
import { keeperSocket } from './keeper-socket.mjs';
import { openLog } from './service-process.mjs';

/** @typedef {import('node:net').Socket} Socket */
/** @typedef {import('./json-lines.mjs').KeeperMessage} KeeperMessage */
/** @typedef {import('./json-lines.mjs').ServiceUrls} ServiceUrls */
/** @typedef {import('./json-lines.mjs').WantedServices} WantedServices */

const KEEPER_TIMEOUT_MS = 60_000;
const RELEASE_TIMEOUT_MS = 40_000;
const POLL_MS = 50;

/**
 * The right to private services that run for as long as this is held.
 *
 * @typedef {object} Lease
 * @property {ServiceUrls} urls
 * @property {Promise<string>} lost resolves with a sentence when the services are gone unasked
 * @property {() => Promise<void>} release resolves when they have stopped or others still hold them
 */

/**
 * Joins the keeper of a data directory, starting it where none runs.
 *
 * @param {{ dataDir: string, wanted: WantedServices, signal?: AbortSignal }} options
 * @returns {Promise<Lease>}
 */
export async function acquireServices({ dataDir, wanted, signal }) {
  const directory = await openDataDir(join(dataDir, 'services'));
  const socketPath = keeperSocket(directory);
  const deadline = Date.now() + KEEPER_TIMEOUT_MS;
  /** @type {KeeperProcess | undefined} */
  let keeper;
  while (Date.now() < deadline) {
    signal?.throwIfAborted();
    const socket = await tryConnect(socketPath);
    const lease = socket && (await openLease(socket, wanted, signal));
    if (lease) return lease;
    keeper?.requireHealthy();
    if (!keeper?.isRunning) keeper = new KeeperProcess(directory, socketPath);
    await delay(POLL_MS);
  }
  const seconds = KEEPER_TIMEOUT_MS / 1000;
  throw new SetupError(
    `The private services in ${directory} did not answer for ${seconds} s: ` +
      'stop whatever else uses that directory, or set TESIGO_DATA_DIR to another one.',
  );
}

/**
 * Stops servers whose keeper was killed, if there are any: a keeper does that first of all.
 *
 * @param {string} dataDir
 */
export async function stopLeftoverServices(dataDir) {
  const lease = await acquireServices({ dataDir, wanted: {} });
  await lease.release();
}

class KeeperProcess {
  #log;
  #child;

  /** @param {string} directory @param {string} socketPath */
  constructor(directory, socketPath) {
    this.#log = join(directory, 'keeper.log');
    const program = fileURLToPath(new URL('keeper-main.mjs', import.meta.url));
    const file = openLog(this.#log);
    // A session of its own: a Ctrl-C at the terminal must not reach the servers.
    this.#child = spawn(process.execPath, [program, directory, socketPath], {
      detached: true,
      stdio: ['ignore', file, file],
      cwd: '/',
      env: { PATH: process.env.PATH, HOME: process.env.HOME },
    });
    closeSync(file);
    this.#child.unref();
  }

  get isRunning() {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  requireHealthy() {
    const { exitCode, signalCode } = this.#child;
    if (signalCode === null && [null, 0, KEEPER_TAKEN].includes(exitCode)) return;
    throw new SetupError(`The keeper of the private services failed. ${quoteLog(this.#log)}`);
  }
}

/** @param {string} path @returns {Promise<Socket | undefined>} */
function tryConnect(path) {
  return new Promise((resolve) => {
    const socket = connect({ path }, () => resolve(socket));
    socket.on('error', () => resolve(undefined));
  });
}

/**
 * @param {Socket} socket
 * @param {WantedServices} wanted
 * @param {AbortSignal} [signal]
 * @returns {Promise<Lease | undefined>} nothing when the keeper was about to end, or on the signal
 * @throws {SetupError} when a service does not start
 */
async function openLease(socket, wanted, signal) {
  let lostReason = 'The keeper of the private services was killed: start again.';
  const closed = new Promise((resolve) => socket.once('close', resolve));
  /** @type {Promise<{ ready: ServiceUrls } | { failed: string } | undefined>} */
  const answer = new Promise((resolve) => {
    receiveLines(socket, (/** @type {KeeperMessage} */ message) => {
      if ('stopped' in message) lostReason = message.stopped;
      else resolve(message);
    });
    void closed.then(() => resolve(undefined));
  });
  const release = async () => {
    send(socket, { release: true });
    await Promise.race([closed, delay(RELEASE_TIMEOUT_MS, undefined, { ref: false })]);
    socket.destroy();
  };
  const giveUp = () => socket.destroy();
  signal?.addEventListener('abort', giveUp, { once: true });
  send(socket, { start: wanted });
  const message = await answer;
  signal?.removeEventListener('abort', giveUp);
  if (message === undefined) return undefined;
  if ('ready' in message) {
    return { urls: message.ready, lost: closed.then(() => lostReason), release };
  }
  await release();
  throw new SetupError(message.failed);
}
