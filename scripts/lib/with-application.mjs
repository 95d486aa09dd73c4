// @ts-check
import { Application } from './application.mjs';
import { runBackendTool } from './backend-tool.mjs';
import { buildStale } from './build.mjs';
import { TOOL_STEPS, applicationEnv, ownerEnv, prepareTools, provideServices } from './prepare.mjs';

/** @typedef {import('./settings.mjs').Settings} Settings */
/** @typedef {import('./prepare.mjs').Tools} Tools */
/** @typedef {import('./build.mjs').Part} Part */
/** @typedef {{ runtime: Tools, origin: string, workerPid: () => number }} Running */

/** How many steps `withApplication` takes. */
export const APPLICATION_STEPS = TOOL_STEPS + 3;

/**
 * Runs TesiGo from nothing for as long as `work` takes, for the commands that use it as a client.
 *
 * @template T
 * @param {{ settings: Settings, variables: Record<string, string>, parts?: readonly Part[] }} options
 *   variables win over the environment; of the parts only the API is needed by most
 * @param {{ steps: import('./steps.mjs').Steps, signal: AbortSignal }} context
 * @param {(running: Running) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withApplication(options, { steps, signal }, work) {
  const { settings, variables, parts = ['backend'] } = options;
  const tools = await prepareTools({ steps, signal });
  const lease = await steps.run('Services', (report) =>
    provideServices(settings, { report, signal }),
  );
  const urls = lease?.urls;
  const env = { ...applicationEnv(settings, { env: tools.env, urls }), ...variables };
  const runtime = { ...tools, env };
  /** @type {Application | undefined} */
  let application;
  try {
    await steps.run('Build', (report) => buildStale(parts, { ...tools, report, signal }));
    const running = await steps.run('TesiGo', async () => {
      const owner = ownerEnv(env, { settings, urls });
      await runBackendTool('database/migrate.js', { ...tools, env: owner, signal });
      const started = new Application(settings.role, runtime);
      application = started;
      await Promise.race([started.ready, started.ended.then(failed)]);
      const origin = `http://127.0.0.1:${settings.port}`;
      return { runtime, origin, workerPid: () => started.workerPid ?? 0 };
    });
    return await work(running);
  } finally {
    await application?.stop();
    await lease?.release();
  }
}

/** @param {import('./application.mjs').Ending} ending @returns {never} */
function failed({ reason }) {
  throw new Error(reason);
}
