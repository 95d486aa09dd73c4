// @ts-check
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { quoteLog, tail } from '../command.mjs';
import { freePort } from '../network.mjs';
import { SetupError } from '../setup-error.mjs';
import { stopLeftover } from './leftover.mjs';
import { ServiceProcess } from './service-process.mjs';

/** @typedef {import('./service-process.mjs').Service} Service */
/** @typedef {{ command: string, libraryPath?: string }} RedisBinary */

const START_TIMEOUT_MS = 60_000; // a large append-only file is read before the first answer
const STOP_PATIENCE_MS = 10_000;
const POLL_MS = 20;
const PORT_TRIES = 3;
const STOP_SIGNALS = /** @type {const} */ (['SIGTERM', 'SIGKILL']);

/**
 * @param {string} services directory of the private services
 * @param {RedisBinary} binary
 * @param {{ port?: number, password?: string }} [address] to come back to; else a new one
 * @returns {Promise<Service>} once it accepts commands
 */
export async function startRedis(services, binary, address = {}) {
  const log = join(services, 'redis.log');
  const directory = join(services, 'redis');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const password = address.password ?? randomBytes(24).toString('hex');
  for (let attempt = 1; ; attempt += 1) {
    const port = address.port ?? (await freePort());
    // Configured through stdin, so that the password shows in no process list and no file.
    const configuration = redisConfiguration({ port, password, directory });
    const server = new ServiceProcess(serverCommand(binary), log, configuration);
    writeFileSync(pidFile(services), JSON.stringify({ pid: server.pid, port }), { mode: 0o600 });
    if (await becomesReady(server, port, password)) {
      return {
        url: `redis://:${password}@127.0.0.1:${port}/0`,
        stop: () => server.stop(STOP_SIGNALS, STOP_PATIENCE_MS),
        end: (signal) => server.end(signal),
        exited: server.exited,
      };
    }
    await server.stop(STOP_SIGNALS, STOP_PATIENCE_MS);
    if (attempt === PORT_TRIES || !tail(log).includes('Address already in use')) {
      throw new SetupError(`The private Redis does not start. ${quoteLog(log)}`);
    }
  }
}

/** @param {string} services */
const pidFile = (services) => join(services, 'redis.pid');

/** @param {RedisBinary} binary */
function serverCommand({ command, libraryPath }) {
  const libraries = libraryPath ? { LD_LIBRARY_PATH: libraryPath } : {};
  const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', ...libraries };
  return { command, args: ['-'], options: { cwd: '/', env } };
}

/** @param {{ port: number, password: string, directory: string }} options @returns {string} */
export function redisConfiguration({ port, password, directory }) {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    `dir ${JSON.stringify(directory)}`,
    'appendonly yes',
    'save ""',
    'maxmemory-policy noeviction',
    'daemonize no',
    '',
  ].join('\n');
}

/** @param {ServiceProcess} server @param {number} port @param {string} password */
async function becomesReady(server, port, password) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!server.isGone && Date.now() < deadline) {
    if ((await ask(port, `AUTH ${password}\r\nPING\r\nQUIT\r\n`)).includes('+PONG')) return true;
    await delay(POLL_MS);
  }
  return false;
}

/**
 * Everything that the server answers until it closes the connection; empty when it is not there.
 *
 * @param {number} port
 * @param {string} commands the last of which ends the connection
 * @returns {Promise<string>}
 */
function ask(port, commands) {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write(commands));
    socket.setEncoding('utf8').setTimeout(2_000, () => socket.destroy());
    socket.on('data', (text) => (answer += text));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
  });
}

/**
 * Stops the server that a killed keeper left running in this directory, if any.
 *
 * @param {string} services
 */
export async function stopLeftoverRedis(services) {
  const { pid, port } = readPidFile(services);
  if (!pid || !port) return;
  const mark = `redis-server 127.0.0.1:${port}`; // Redis writes its address into its title
  await stopLeftover({ pid, mark, signals: STOP_SIGNALS, patienceMs: STOP_PATIENCE_MS });
}

/** @param {string} services @returns {{ pid?: number, port?: number }} */
function readPidFile(services) {
  try {
    return JSON.parse(readFileSync(pidFile(services), 'utf8'));
  } catch {
    return {};
  }
}
