// @ts-check
import { isAbsolute, join } from 'node:path';
import { repositoryRoot } from './paths.mjs';
import { SetupError } from './setup-error.mjs';

/** @typedef {'all' | 'api' | 'worker'} Role */

/**
 * What the launcher itself has to know of the environment; the backend checks all of it.
 *
 * @typedef {object} Settings
 * @property {Role} role
 * @property {string} host
 * @property {number} port
 * @property {string} address where a person opens the app
 * @property {string} dataDir absolute
 * @property {string} [databaseUrl]
 * @property {string} [databaseOwnerUrl] where migrations run as another role
 * @property {string} [redisUrl]
 * @property {boolean} production
 * @property {boolean} mailIsSent
 */

const ROLES = /** @type {const} */ (['all', 'api', 'worker']);

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Settings}
 * @throws {SetupError} naming the first variable whose value cannot be used
 */
export function readSettings(env) {
  /** @param {string} name */
  const value = (name) => env[name]?.trim() || undefined; // set but empty counts as unset
  const port = readPort(value('PORT') ?? '3000');
  const databaseUrl = value('DATABASE_URL');
  const databaseOwnerUrl = value('DATABASE_OWNER_URL');
  const redisUrl = value('REDIS_URL');
  requireProtocol('DATABASE_URL', databaseUrl, ['postgres:', 'postgresql:']);
  requireProtocol('DATABASE_OWNER_URL', databaseOwnerUrl, ['postgres:', 'postgresql:']);
  if (databaseOwnerUrl && !databaseUrl) {
    throw new SetupError('DATABASE_OWNER_URL is set without DATABASE_URL: set both, or neither.');
  }
  requireProtocol('REDIS_URL', redisUrl, ['redis:', 'rediss:']);
  return {
    role: readRole(value('TESIGO_ROLE') ?? 'all'),
    host: value('HOST') ?? '127.0.0.1',
    port,
    address: value('PUBLIC_URL') ?? `http://localhost:${port}`,
    dataDir: readDataDir(value('TESIGO_DATA_DIR') ?? 'var'),
    databaseUrl,
    databaseOwnerUrl,
    redisUrl,
    production: value('NODE_ENV') === 'production',
    mailIsSent: value('SMTP_URL') !== undefined,
  };
}

/** @param {string} text @returns {string} */
function readDataDir(text) {
  return isAbsolute(text) ? text : join(repositoryRoot, text);
}

/** @param {string} text @returns {number} */
function readPort(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new SetupError(`PORT is ${JSON.stringify(text)}: set it to a number from 1 to 65535.`);
}

/** @param {string} text @returns {Role} */
function readRole(text) {
  const role = ROLES.find((known) => known === text);
  if (role !== undefined) return role;
  throw new SetupError(`TESIGO_ROLE is ${JSON.stringify(text)}: set it to ${ROLES.join(', ')}.`);
}

/** The value may hold a password, so it is never repeated. @param {string} name
 * @param {string | undefined} url @param {string[]} protocols */
function requireProtocol(name, url, protocols) {
  if (url === undefined) return;
  if (URL.canParse(url) && protocols.includes(new URL(url).protocol)) return;
  throw new SetupError(`${name} is not a URL that starts with ${protocols.join('// or ')}//.`);
}
