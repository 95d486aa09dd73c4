// @ts-check
import { join } from 'node:path';
import { installDependencies } from './dependencies.mjs';
import { provideNode, withNodeOnPath } from './node24.mjs';
import { requireDatabase, requireRedis } from './reachable.mjs';
import { acquireServices } from './services/lease.mjs';
import { postgresBinaries } from './services/postgres-binaries.mjs';
import { provideRedisBinary } from './services/redis-binary.mjs';
import { servingUrl } from './services/serving-url.mjs';

/** @typedef {import('./services/lease.mjs').Lease} Lease */
/** @typedef {import('./settings.mjs').Settings} Settings */
/** @typedef {import('./steps.mjs').Report} Report */
/** @typedef {import('./steps.mjs').Steps} Steps */

/**
 * What the application's programs run with.
 *
 * @typedef {object} Tools
 * @property {string} node path of the Node.js binary
 * @property {NodeJS.ProcessEnv} env with that Node.js first on the PATH
 */

/** How many steps `prepareTools` takes. */
export const TOOL_STEPS = 2;

/**
 * Node.js and the packages.
 *
 * @param {{ steps: Steps, signal: AbortSignal }} options
 * @returns {Promise<Tools>}
 */
export async function prepareTools({ steps, signal }) {
  const nodeBin = await steps.run('Node.js', (report) => provideNode({ report, signal }));
  const env = withNodeOnPath(process.env, nodeBin);
  await steps.run('Packages', (report) => installDependencies({ env, report, signal }));
  return { node: join(nodeBin, 'node'), env };
}

/**
 * Makes sure that the configured services let us in, and starts private ones for the others. In
 * production nothing is started; the backend refuses what is missing there.
 *
 * @param {Settings} settings
 * @param {{ report: Report, signal: AbortSignal }} options
 * @returns {Promise<Lease | undefined>} for the private ones, if any
 */
export async function provideServices(settings, { report, signal }) {
  const { databaseUrl, databaseOwnerUrl, redisUrl, production, dataDir } = settings;
  if (databaseUrl || redisUrl) report('asking the configured services');
  await Promise.all([
    // The role that serves may only be made by the migration
    databaseOwnerUrl
      ? requireDatabase(databaseOwnerUrl, { name: 'DATABASE_OWNER_URL', signal })
      : databaseUrl && requireDatabase(databaseUrl, { name: 'DATABASE_URL', signal }),
    redisUrl && requireRedis(redisUrl, signal),
  ]);
  if (production || (databaseUrl && redisUrl)) return undefined;
  const postgres = databaseUrl ? undefined : { native: await postgresBinaries() };
  const redis = redisUrl ? undefined : await provideRedisBinary({ report, signal });
  report([postgres && 'PostgreSQL', redis && 'Redis'].filter(Boolean).join(' and '));
  return acquireServices({ dataDir, wanted: { postgres, redis }, signal });
}

/**
 * Node's own settings of the application's processes. They keep the code that they compile: the next one
 * loads its modules in three quarters of the time. V8 has as many threads to help it as there are
 * processors to spare: the four that it has otherwise keep, on two processors, from its work whom they
 * help, and an export takes a tenth longer.
 *
 * @param {string} dataDir
 * @param {NodeJS.ProcessEnv} [env]
 */
export function nodeEnv(dataDir, env = {}) {
  return {
    NODE_COMPILE_CACHE: env.NODE_COMPILE_CACHE ?? join(dataDir, 'compile-cache'),
    NODE_OPTIONS: ['--v8-pool-size=0', env.NODE_OPTIONS].filter(Boolean).join(' '),
  };
}

/**
 * The environment of the application's processes: the present one, made complete. On a developer's
 * terminal the address must not drown in the log, so that shows warnings only unless asked for more.
 *
 * @param {Settings} settings
 * @param {{ env: NodeJS.ProcessEnv, urls: import('./services/lease.mjs').ServiceUrls | undefined }} options
 * @returns {NodeJS.ProcessEnv}
 */
export function applicationEnv(settings, { env, urls }) {
  const { host, port, dataDir, databaseUrl, redisUrl, production } = settings;
  return {
    ...env,
    LOG_LEVEL: env.LOG_LEVEL || (production ? 'info' : 'warn'),
    HOST: host,
    PORT: String(port),
    TESIGO_DATA_DIR: dataDir,
    ...nodeEnv(dataDir, env),
    DATABASE_URL: databaseUrl ?? (urls?.databaseUrl && servingUrl(urls.databaseUrl)),
    DATABASE_OWNER_URL: undefined,
    REDIS_URL: redisUrl ?? urls?.redisUrl,
  };
}

/**
 * The environment of the programs that change the schema or make it anew. Who serves never has it.
 *
 * @param {NodeJS.ProcessEnv} env of the application
 * @param {{ settings: Settings, urls: import('./services/lease.mjs').ServiceUrls | undefined }} options
 * @returns {NodeJS.ProcessEnv}
 */
export function ownerEnv(env, { settings: { databaseUrl, databaseOwnerUrl }, urls }) {
  const privateUrl = databaseUrl ? undefined : urls?.databaseUrl;
  return { ...env, DATABASE_OWNER_URL: databaseOwnerUrl ?? privateUrl };
}
