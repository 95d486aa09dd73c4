// @ts-check
/** `npm test`: sets itself up, runs every check and test, and closes with the counts. */
import { checks } from './lib/checks.mjs';
import { provideChromium } from './lib/chromium.mjs';
import { runMain } from './lib/main.mjs';
import { TOOL_STEPS, prepareTools } from './lib/prepare.mjs';
import { Steps, elapsed } from './lib/steps.mjs';
import { closingLine, isGreen, sum } from './lib/test-results.mjs';
import { TEST_SERVICE_STEPS, withTestServices } from './lib/test-services.mjs';
import { provideVeraPdf } from './lib/verapdf/verapdf.mjs';

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
  const steps = new Steps(TOOL_STEPS + 2 + TEST_SERVICE_STEPS);
  const tools = await prepareTools({ steps, signal });
  const chromium = await steps.run('Browser', (report) =>
    provideChromium({ ...tools, report, signal }),
  );
  const veraPdf = await steps.run('PDF/A validator', (report) =>
    provideVeraPdf({ report, signal }),
  );
  return withTestServices(['backend', 'frontend'], { steps, tools, signal }, async (context) => {
    const env = { ...context.env, TEST_CHROMIUM: chromium, TEST_VERAPDF: veraPdf };
    const counts = await runChecks({ ...context, env });
    console.log(`\n${closingLine(counts)}`);
    return isGreen(counts) ? 0 : 1;
  });
});
