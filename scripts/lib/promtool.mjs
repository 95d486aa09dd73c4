// @ts-check
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fetchDebianPackages, hasApt } from './debian-packages.mjs';
import { withLock } from './file-lock.mjs';
import { locksDir, toolsDir } from './paths.mjs';
import { SetupError } from './setup-error.mjs';

const PACKAGE = 'prometheus';

const REMEDY = 'install Prometheus, whose promtool checks the rules of alerts.';

const root = join(toolsDir, 'prometheus');

/**
 * Finds Prometheus' own checker: the one on the PATH, or one unpacked from Debian's packages. It needs
 * nothing but the C library.
 *
 * @param {{ report: import('./steps.mjs').Report, signal?: AbortSignal }} options
 * @returns {Promise<string>} the command
 */
export async function providePromtool({ report, signal }) {
  const unpacked = join(root, 'usr', 'bin', 'promtool');
  for (const command of ['promtool', unpacked]) if (await runs(command)) return command;
  if (!(await hasApt())) throw new SetupError(`No promtool is on the PATH: ${REMEDY}`);
  const onWait = () => report('waiting for another start in this checkout');
  await withLock(join(locksDir, 'promtool.lock'), { onWait, signal }, async () => {
    if (await runs(unpacked)) return;
    report('unpacking promtool from the Debian packages');
    const failure = `promtool could not be fetched from the Debian packages: check the network, or ${REMEDY}`;
    await fetchDebianPackages({ name: 'promtool', packages: [PACKAGE], root, failure, signal });
  });
  if (await runs(unpacked)) return unpacked;
  throw new SetupError(`The promtool from the packages does not run here: ${REMEDY}`);
}

/** @param {string} command @returns {Promise<boolean>} */
const runs = (command) =>
  promisify(execFile)(command, ['--version']).then(
    () => true,
    () => false,
  );
