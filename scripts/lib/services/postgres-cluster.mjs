// @ts-check
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quoteLog } from '../command.mjs';
import { SetupError, errorCode } from '../setup-error.mjs';
import { commandAs } from './account.mjs';
import { ServiceProcess } from './service-process.mjs';

/** @typedef {import('./account.mjs').Account} Account */

export const DATABASE = 'tesigo';

/**
 * @typedef {object} Cluster
 * @property {string} native directory of the PostgreSQL binaries (`bin`, `lib`, `share`)
 * @property {string} home directory that belongs to the server's account alone
 * @property {string} passwordFile
 * @property {string} log
 * @property {Account | undefined} account
 */

/** @param {Cluster} cluster @returns {string} */
export const dataOf = (cluster) => join(cluster.home, 'data');

/**
 * Makes the cluster and its one database unless they exist. The work is done aside and renamed into
 * place at the end, so that a start that was killed half-way leaves nothing half-made behind.
 *
 * @param {Cluster} cluster
 * @returns {Promise<string>} the password
 */
export async function provideCluster(cluster) {
  if (existsSync(dataOf(cluster))) return readPassword(cluster);
  const fresh = join(cluster.home, 'data.new');
  const passwordInput = join(cluster.home, 'password.new');
  const password = randomBytes(24).toString('hex');
  mkdirSync(cluster.home, { recursive: true, mode: 0o700 });
  give(cluster, cluster.home);
  rmSync(fresh, { recursive: true, force: true });
  try {
    writeFileSync(passwordInput, password, { mode: 0o600 });
    give(cluster, passwordInput);
    await initialise(cluster, fresh, passwordInput);
    await createDatabase(cluster, fresh);
  } finally {
    rmSync(passwordInput, { force: true });
  }
  writeFileSync(cluster.passwordFile, password, { mode: 0o600 });
  renameSync(fresh, dataOf(cluster));
  return password;
}

/** @param {Cluster} cluster @returns {string} */
function readPassword({ passwordFile, home }) {
  try {
    return readFileSync(passwordFile, 'utf8').trim();
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    throw new SetupError(
      `${passwordFile} is missing, without which the database in ${home} cannot be opened: ` +
        'restore the file, or move that directory away to begin with an empty database.',
    );
  }
}

/** @param {Cluster} cluster @param {string} path */
function give({ account }, path) {
  if (account) chownSync(path, account.uid, account.gid);
}

/** @param {Cluster} cluster @param {string} data @param {string} passwordInput */
async function initialise(cluster, data, passwordInput) {
  // The built-in locale knows Unicode and is the same on every machine, installed locales or not.
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const login = [`--username=${DATABASE}`, `--pwfile=${passwordInput}`, '--auth=scram-sha-256'];
  const args = [`--pgdata=${data}`, '--encoding=UTF8', ...locale, ...login];
  const initdb = new ServiceProcess(program(cluster, 'initdb', args), cluster.log);
  requireSuccess(cluster, await initdb.exited, 'set up');
}

/**
 * In single-user mode, which needs neither a port nor a client.
 *
 * @param {Cluster} cluster
 * @param {string} data
 */
async function createDatabase(cluster, data) {
  const args = ['--single', '-D', data, 'template1'];
  const sql = `CREATE DATABASE ${DATABASE};\n`;
  const backend = new ServiceProcess(program(cluster, 'postgres', args), cluster.log, sql);
  requireSuccess(cluster, await backend.exited, 'given a database');
}

/** @param {Cluster} cluster @param {string} reason @param {string} what */
function requireSuccess(cluster, reason, what) {
  if (reason === 'exit 0') return;
  throw new SetupError(
    `The private PostgreSQL could not be ${what} (${reason}). ${quoteLog(cluster.log)}`,
  );
}

/**
 * @param {Cluster} cluster
 * @param {string} name
 * @param {readonly string[]} args
 * @returns {import('./service-process.mjs').Command}
 */
export function program({ native, home, account }, name, args) {
  const path = join(native, 'bin', name);
  return commandAs(account, path, args, [path, home]);
}
