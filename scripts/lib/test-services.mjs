// @ts-check
import { buildStale } from './build.mjs';
import { provideServices } from './prepare.mjs';
import { readSettings } from './settings.mjs';
import {
  openTestDataDir,
  removeTestDataDir,
  withoutProductVariables,
} from './test-environment.mjs';

/** @typedef {import('./checks.mjs').CheckContext} CheckContext */
/** @typedef {import('./prepare.mjs').Tools} Tools */
/** @typedef {import('./steps.mjs').Steps} Steps */

/** How many steps `withTestServices` takes. */
export const TEST_SERVICE_STEPS = 2;

/**
 * Runs `work` with built parts, private services and a data directory of its own.
 *
 * @template T
 * @param {Parameters<typeof buildStale>[0]} parts what has to be built
 * @param {{ steps: Steps, tools: Tools, signal: AbortSignal }} options
 * @param {(context: CheckContext) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withTestServices(parts, { steps, tools, signal }, work) {
  const dataDir = await openTestDataDir();
  const settings = { ...readSettings({}), dataDir };
  const lease = await steps.run('Services', (report) =>
    provideServices(settings, { report, signal }),
  );
  try {
    await steps.run('Build', (report) => buildStale(parts, { ...tools, report, signal }));
    const env = {
      ...withoutProductVariables(tools.env),
      TEST_DATABASE_URL: lease?.urls.databaseUrl,
      TEST_REDIS_URL: lease?.urls.redisUrl,
    };
    return await work({ ...tools, env, dataDir, signal });
  } finally {
    await lease?.release();
    await removeTestDataDir(dataDir);
  }
}
