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
 * Installs from the lock file and leaves that as it is. Not `npm ci`: that refuses a lock file
 * without the optional packages of other platforms, which npm leaves out of it when it was made
 * with a registry that does not carry them. No package needs its install script; PostgreSQL's is
 * done by `postgres-binaries.mjs`.
 */
const INSTALL_FLAGS = [
  '--no-save',
  '--ignore-scripts',
  '--include=dev', // the build tools, which NODE_ENV=production would leave out
  '--include=optional',
  '--no-audit',
  '--no-fund',
];

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
    report('npm install');
    await runLogged('npm', ['install', ...INSTALL_FLAGS], {
      log: join(logsDir, 'npm-install.log'),
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
