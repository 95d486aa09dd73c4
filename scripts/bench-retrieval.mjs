// @ts-check
/** `npm run bench:retrieval [-- --cisi <dir> --cran <dir>]`: the search of passages, large and judged. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runBackendTool } from './lib/backend-tool.mjs';
import { buildStale } from './lib/build.mjs';
import { runMain } from './lib/main.mjs';
import { TOOL_STEPS, applicationEnv, prepareTools, provideServices } from './lib/prepare.mjs';
import { readSettings } from './lib/settings.mjs';
import { Steps } from './lib/steps.mjs';
import { openTestDataDir, removeTestDataDir } from './lib/test-environment.mjs';

const program = fileURLToPath(new URL('lib/bench/retrieval/measure.mjs', import.meta.url));

/** @typedef {import('./lib/bench/retrieval/report.mjs').Figures} Figures */

/**
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Figures>}
 */
async function measure(node, env) {
  const child = fork(program, {
    execPath: node,
    // for a fair reading of the memory
    execArgv: ['--expose-gc'],
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`The measurement ended with exit code ${code}.`);
  });
  const [figures] = await Promise.race([once(child, 'message'), failed]);
  failed.catch(() => undefined);
  await once(child, 'exit');
  return figures;
}

await runMain(async (signal) => {
  const directory = /** @type {const} */ ({ type: 'string' });
  const { cisi, cran } = parseArgs({ options: { cisi: directory, cran: directory } }).values;
  const steps = new Steps(TOOL_STEPS + 4);
  const dataDir = await openTestDataDir();
  const settings = { ...readSettings({}), dataDir };
  const tools = await prepareTools({ steps, signal });
  const lease = await steps.run('Services', (report) =>
    provideServices(settings, { report, signal }),
  );
  try {
    const urls = lease?.urls;
    // One role for everything: what is measured has its statistics made by the owner of the tables
    const env = {
      ...applicationEnv(settings, { env: tools.env, urls }),
      DATABASE_URL: urls?.databaseUrl,
    };
    await steps.run('Build', (report) => buildStale(['backend'], { ...tools, report, signal }));
    const runtime = { node: tools.node, env, signal };
    await steps.run('Database', () => runBackendTool('database/migrate.js', runtime));
    const figures = await steps.run('Measuring', () =>
      measure(tools.node, {
        ...env,
        ...(cisi && { CISI: resolve(cisi) }),
        ...(cran && { CRAN: resolve(cran) }),
      }),
    );
    // Only now: it needs one of the packages that the first steps install.
    const { isMet, writeReport } = await import('./lib/bench/retrieval/report.mjs');
    console.log(`\n${await writeReport(figures)}`);
    return isMet(figures) ? 0 : 1;
  } finally {
    await lease?.release();
    await removeTestDataDir(dataDir);
  }
});
