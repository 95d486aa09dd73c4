// @ts-check
/** `npm test`: sets itself up, runs every check and test, and closes with the counts. */
import { buildStale } from './lib/build.mjs';
import { checks } from './lib/checks.mjs';
import { provideChromium } from './lib/chromium.mjs';
import { runMain } from './lib/main.mjs';
import { TOOL_STEPS, prepareTools, provideServices } from './lib/prepare.mjs';
import { readSettings } from './lib/settings.mjs';
import { Steps, elapsed } from './lib/steps.mjs';
import {
  openTestDataDir,
  removeTestDataDir,
  withoutProductVariables,
} from './lib/test-environment.mjs';
import { closingLine, isGreen, sum } from './lib/test-results.mjs';

/** @typedef {import('./lib/checks.mjs').CheckContext} CheckContext */
/** @typedef {import('./lib/test-results.mjs').Counts} Counts */

/**
 * @param {CheckContext} context
 * @returns {Promise<Counts>}
 */
async function runChecks(context) {
  /** @type {Counts[]} */
  const results = [];
  /** @type {string[]} */
  const lines = [];
  for (const { title, run } of checks) {
    console.log(`\n== ${title}`);
    const started = Date.now();
    const counts = await run(context);
    results.push(counts);
    lines.push(`${title}: ${closingLine(counts)} (${elapsed(started)})`);
  }
  console.log(`\n${lines.join('\n')}`);
  return sum(results);
}

await runMain(async (signal) => {
  const steps = new Steps(TOOL_STEPS + 3);
  const tools = await prepareTools({ steps, signal });
  const chromium = await steps.run('Browser', (report) =>
    provideChromium({ ...tools, report, signal }),
  );
  const dataDir = await openTestDataDir();
  const settings = { ...readSettings({}), dataDir };
  const lease = await steps.run('Services', (report) =>
    provideServices(settings, { report, signal }),
  );
  try {
    await steps.run('Build', (report) =>
      buildStale(['backend', 'frontend'], { ...tools, report, signal }),
    );
    const env = {
      ...withoutProductVariables(tools.env),
      TEST_DATABASE_URL: lease?.urls.databaseUrl,
      TEST_REDIS_URL: lease?.urls.redisUrl,
      TEST_CHROMIUM: chromium,
    };
    const counts = await runChecks({ ...tools, env, dataDir, signal });
    console.log(`\n${closingLine(counts)}`);
    return isGreen(counts) ? 0 : 1;
  } finally {
    await lease?.release();
    await removeTestDataDir(dataDir);
  }
});
