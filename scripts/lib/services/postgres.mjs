// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { quoteLog, tail } from '../command.mjs';
import { freePort } from '../network.mjs';
import { SetupError } from '../setup-error.mjs';
import { serverAccount } from './account.mjs';
import { stopLeftover } from './leftover.mjs';
import { DATABASE, dataOf, program, provideCluster } from './postgres-cluster.mjs';
import { ServiceProcess } from './service-process.mjs';

/** @typedef {import('./postgres-cluster.mjs').Cluster} Cluster */
/** @typedef {import('./service-process.mjs').Service} Service */

const START_TIMEOUT_MS = 120_000; // recovery after a crash replays the log first
const STOP_PATIENCE_MS = 20_000;
const POLL_MS = 20;
const PORT_TRIES = 3;

/** Fast shutdown first; an immediate one, which the next start recovers from, as the last resort. */
const STOP_SIGNALS = /** @type {const} */ (['SIGINT', 'SIGQUIT', 'SIGKILL']);

/**
 * @param {string} services directory of the private services
 * @param {string} native directory of the PostgreSQL binaries
 * @returns {Cluster}
 */
function clusterIn(services, native) {
  const home = join(services, 'postgres');
  const passwordFile = join(services, 'postgres.password');
  const log = join(services, 'postgres.log');
  return { native, home, passwordFile, log, account: serverAccount(join(home, 'data')) };
}

/**
 * @param {string} services
 * @param {{ native: string, port?: number }} options the port to come back to, else a free one
 * @returns {Promise<Service>} once it accepts connections
 */
export async function startPostgres(services, { native, port: wanted }) {
  const cluster = clusterIn(services, native);
  const password = await provideCluster(cluster);
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted ?? (await freePort());
    const server = new ServiceProcess(serverCommand(cluster, port), cluster.log);
    if (await becomesReady(cluster, server)) {
      return {
        url: `postgresql://${DATABASE}:${password}@127.0.0.1:${port}/${DATABASE}`,
        stop: () => server.stop(STOP_SIGNALS, STOP_PATIENCE_MS),
        end: (signal) => server.end(signal),
        exited: server.exited,
      };
    }
    await server.stop(STOP_SIGNALS, STOP_PATIENCE_MS);
    const portWasTaken = tail(cluster.log).includes('Address already in use');
    if (attempt === PORT_TRIES || !portWasTaken) throw startFailure(cluster);
  }
}

/** @param {Cluster} cluster @returns {SetupError} */
function startFailure({ log }) {
  return new SetupError(`The private PostgreSQL does not start. ${quoteLog(log)}`);
}

/** @param {Cluster} cluster @param {number} port */
function serverCommand(cluster, port) {
  const options = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '128MB',
    log_timezone: 'UTC',
    timezone: 'UTC',
  };
  const settings = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return program(cluster, 'postgres', ['-D', dataOf(cluster), ...settings]);
}

/** @param {Cluster} cluster @returns {{ pid: number, status: string | undefined } | undefined} */
function readPidFile(cluster) {
  try {
    const lines = readFileSync(join(dataOf(cluster), 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), status: lines[7]?.trim() };
  } catch {
    return undefined;
  }
}

/** @param {Cluster} cluster @param {ServiceProcess} server @returns {Promise<boolean>} */
async function becomesReady(cluster, server) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!server.isGone && Date.now() < deadline) {
    const file = readPidFile(cluster);
    if (file?.pid === server.pid && file?.status === 'ready') return true;
    await delay(POLL_MS);
  }
  return false;
}

/**
 * Stops the server that a killed keeper left running on this cluster, if any.
 *
 * @param {string} services
 */
export async function stopLeftoverPostgres(services) {
  const cluster = clusterIn(services, '');
  const pid = readPidFile(cluster)?.pid;
  if (!pid) return;
  const mark = `-D ${dataOf(cluster)} `;
  await stopLeftover({ pid, mark, signals: STOP_SIGNALS, patienceMs: STOP_PATIENCE_MS });
}
