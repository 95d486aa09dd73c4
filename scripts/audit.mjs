// @ts-check
/** `npm run check:audit`: known holes of what is run, where the registry tells them. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { verdictOf } from './lib/known-holes.mjs';
import { repositoryRoot } from './lib/paths.mjs';

const ARGUMENTS = ['audit', '--omit=dev', '--package-lock-only', '--json'];
const TIMEOUT_MS = 60_000;
const OUTPUT_BYTES = 20_000_000;

/** npm ends with an error when there are holes, too. @returns {Promise<string>} what it printed */
async function audit() {
  const options = { cwd: repositoryRoot, timeout: TIMEOUT_MS, maxBuffer: OUTPUT_BYTES };
  return promisify(execFile)('npm', ARGUMENTS, options).then(
    ({ stdout }) => stdout,
    (error) => String(error.stdout ?? ''),
  );
}

const { grave, lines } = verdictOf(await audit());
console.log(lines.join('\n'));
process.exitCode = grave ? 1 : 0;
