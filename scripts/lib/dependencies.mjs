// @ts-check
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { runLogged } from './command.mjs';
import { withLock } from './file-lock.mjs';
import { packagesAreCurrent } from './installed-packages.mjs';
import { locksDir, logsDir, repositoryRoot } from './paths.mjs';
import { SetupError } from './setup-error.mjs';

/** @typedef {import('./steps.mjs').Report} Report */

/**
 * Installs exactly what the lock file names, unless it is installed already.
 *
 * @param {{ env: NodeJS.ProcessEnv, report: Report, signal?: AbortSignal }} options env with the
 *   application's Node.js first on its PATH, so that native packages are chosen for that one
 */
export async function installDependencies({ env, report, signal }) {
  if (await packagesAreCurrent(repositoryRoot)) return;
  await requireLockFile();
  const onWait = () => report('waiting for another start in this checkout');
  await withLock(join(locksDir, 'dependencies.lock'), { onWait, signal }, async () => {
    if (await packagesAreCurrent(repositoryRoot)) return;
    report('npm ci');
    // The build tools are development dependencies, which NODE_ENV=production leaves out.
    const flags = ['--include=dev', '--include=optional', '--no-audit', '--no-fund'];
    await runLogged('npm', ['ci', ...flags], {
      log: join(logsDir, 'npm-ci.log'),
      failure: 'The packages could not be installed: check the network and the free disk space.',
      cwd: repositoryRoot,
      env,
      signal,
    });
  });
}

async function requireLockFile() {
  try {
    await access(join(repositoryRoot, 'package-lock.json'));
  } catch {
    throw new SetupError('package-lock.json is missing: restore it with git and start again.');
  }
}
