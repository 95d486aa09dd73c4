// @ts-check
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { exitCode } from './command.mjs';
import { repositoryRoot } from './paths.mjs';
import { fromJest, fromTap, single } from './test-results.mjs';

/** @typedef {import('./test-results.mjs').Counts} Counts */

/**
 * @typedef {object} CheckContext
 * @property {string} node path of the Node.js binary
 * @property {NodeJS.ProcessEnv} env
 * @property {string} dataDir takes the reports
 * @property {AbortSignal} signal
 *
 * @typedef {{ title: string, run: (context: CheckContext) => Promise<Counts> }} Check
 */

/** @param {string} title @param {string} script in package.json @returns {Check} */
const npmScript = (title, script) => ({
  title,
  run: async (context) => single((await run('npm', ['run', '--silent', script], context)) === 0),
});

/**
 * Everything that has to hold, the quickest first. Two suites run at a time, on any machine: they wait
 * more than they compute, and each has processes and connections of its own. What a suite measures
 * would also be the work of another: those run alone, after the others.
 *
 * @type {readonly Check[]}
 */
export const checks = [
  npmScript('formatting', 'check:format'),
  npmScript('lint', 'check:lint'),
  npmScript('types', 'check:types'),
  npmScript('dependency rules', 'check:deps'),
  npmScript('generated files', 'check:generated'),
  npmScript('licences', 'check:licences'),
  npmScript('alerts', 'check:alerts'),
  { title: 'script tests', run: runScriptTests },
  {
    title: 'unit, integration and browser tests',
    run: (context) =>
      runJest(context, ['--maxWorkers=2', '--selectProjects', 'backend', 'e2e', 'frontend']),
  },
  {
    title: 'tests of time and memory',
    run: (context) => runJest(context, ['--maxWorkers=1', '--selectProjects', 'timing']),
  },
];

/** @param {string} command @param {string[]} args @param {CheckContext} context */
async function run(command, args, { env, signal }) {
  const code = await exitCode(command, args, {
    cwd: repositoryRoot,
    env,
    stdio: 'inherit',
    signal,
  });
  signal.throwIfAborted();
  return code;
}

/** @param {CheckContext} context @returns {Promise<Counts>} */
async function runScriptTests(context) {
  const report = join(context.dataDir, 'script-tests.tap');
  const reporters = [
    ['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ['--test-reporter=tap', `--test-reporter-destination=${report}`],
  ].flat();
  const code = await run(context.node, ['--test', ...reporters, 'scripts/**/*.test.mjs'], context);
  return fromTap(await readReport(report), code);
}

/**
 * @param {CheckContext} context
 * @param {readonly string[]} wanted options of Jest
 * @returns {Promise<Counts>}
 */
export async function runJest(context, wanted) {
  const report = join(context.dataDir, 'jest.json');
  await rm(report, { force: true });
  const jest = join(repositoryRoot, 'node_modules', 'jest', 'bin', 'jest.js');
  const options = ['--ci', '--json', `--outputFile=${report}`, ...wanted];
  const code = await run(context.node, [jest, ...options], context);
  return fromJest(await readReport(report), code);
}

/** @param {string} file @returns {Promise<string>} empty when the run ended before writing it */
async function readReport(file) {
  return readFile(file, 'utf8').catch(() => '');
}
