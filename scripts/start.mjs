// @ts-check
/** `npm start`: from a bare checkout to a running TesiGo, and back to nothing on Ctrl-C. */
import { runBackendTool } from './lib/backend-tool.mjs';
import { buildStale } from './lib/build.mjs';
import { openDataDir } from './lib/data-dir.mjs';
import { runMain } from './lib/main.mjs';
import { requireFreePort } from './lib/network.mjs';
import {
  TOOL_STEPS,
  applicationEnv,
  ownerEnv,
  prepareTools,
  provideServices,
} from './lib/prepare.mjs';
import { serve } from './lib/serve.mjs';
import { readSettings } from './lib/settings.mjs';
import { Steps } from './lib/steps.mjs';

const started = Date.now();
const STEPS = TOOL_STEPS + 4;

await runMain(async (signal) => {
  const configured = readSettings(process.env);
  if (configured.role !== 'worker') await requireFreePort(configured);
  const settings = { ...configured, dataDir: await openDataDir(configured.dataDir) };
  const steps = new Steps(STEPS);
  const tools = await prepareTools({ steps, signal });
  const parts = /** @type {const} */ (['backend', 'frontend']);
  await steps.run('Build', (report) =>
    buildStale(settings.role === 'worker' ? ['backend'] : parts, { ...tools, report, signal }),
  );
  const lease = await steps.run('Services', async (report) => {
    // Before anything is asked or started: all that is unfit for production, in one list
    if (settings.production) await runBackendTool('config/check.js', { ...tools, signal });
    return provideServices(settings, { report, signal });
  });
  try {
    const urls = lease?.urls;
    const env = applicationEnv(settings, { env: tools.env, urls });
    const runtime = { ...tools, env };
    await steps.run('Database schema', () => {
      const owner = { ...tools, env: ownerEnv(env, { settings, urls }), signal };
      return runBackendTool('database/migrate.js', owner);
    });
    steps.announce('TesiGo');
    return await serve(settings, { runtime, lease, signal, started });
  } finally {
    await lease?.release();
  }
});
