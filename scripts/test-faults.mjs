// @ts-check
/**
 * `npm run test:faults`: breaks a running system as often as is promised, some hours long, and prints
 * what was found; with `-- worker-kill` one suite of `e2e/faults`, with FAULT_ROUNDS=10 less often.
 */
import { runJest } from './lib/checks.mjs';
import { runMain } from './lib/main.mjs';
import { TOOL_STEPS, prepareTools } from './lib/prepare.mjs';
import { Steps } from './lib/steps.mjs';
import { closingLine, isGreen } from './lib/test-results.mjs';
import { TEST_SERVICE_STEPS, withTestServices } from './lib/test-services.mjs';

const suites = process.argv.slice(2);

await runMain(async (signal) => {
  const steps = new Steps(TOOL_STEPS + TEST_SERVICE_STEPS);
  const tools = await prepareTools({ steps, signal });
  return withTestServices(['backend'], { steps, tools, signal }, async (context) => {
    const env = { FAULT_ROUNDS: 'full', ...context.env };
    const paths = `e2e/faults/(${suites.join('|') || '.*'})`;
    const options = [
      '--selectProjects',
      'e2e',
      'timing',
      '--maxWorkers=1',
      '--testPathPatterns',
      paths,
    ];
    const counts = await runJest({ ...context, env }, options);
    console.log(`\n${closingLine(counts)}`);
    return isGreen(counts) ? 0 : 1;
  });
});
