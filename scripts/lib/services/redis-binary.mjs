// @ts-check
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fetchDebianPackages, hasApt, libraryDirectories } from '../debian-packages.mjs';
import { withLock } from '../file-lock.mjs';
import { locksDir, toolsDir } from '../paths.mjs';
import { SetupError } from '../setup-error.mjs';

/** @typedef {import('../steps.mjs').Report} Report */
/** @typedef {import('./redis.mjs').RedisBinary} RedisBinary */

const OLDEST = /** @type {const} */ ([6, 2]);
const packageRoot = join(toolsDir, 'redis');

const FAILURE =
  'Redis could not be fetched from the Debian packages: check the network, ' +
  'install redis-server yourself, or set REDIS_URL to a Redis that runs.';

/**
 * Finds a Redis server: the one on the PATH, or one unpacked from Debian's packages into `.tools`,
 * which needs no root and leaves the system as it is.
 *
 * @param {{ report: Report, signal?: AbortSignal }} options
 * @returns {Promise<RedisBinary>}
 */
export async function provideRedisBinary({ report, signal }) {
  const installed = { command: 'redis-server' };
  if (await isUsable(installed)) return installed;
  const present = await packagedBinary();
  if (await isUsable(present)) return present;
  if (!(await hasApt())) {
    throw new SetupError(
      `No redis-server ${OLDEST.join('.')} or newer is on the PATH: ${remedy()}`,
    );
  }
  const onWait = () => report('waiting for another start in this checkout');
  return withLock(join(locksDir, 'redis.lock'), { onWait, signal }, async () => {
    const waitedFor = await packagedBinary();
    if (await isUsable(waitedFor)) return waitedFor;
    report('unpacking Redis from the Debian packages');
    await fetchDebianPackages({
      name: 'redis',
      packages: ['redis-server', 'redis-tools'],
      dependencies: true,
      root: packageRoot,
      failure: FAILURE,
      signal,
    });
    const fetched = await packagedBinary();
    if (await isUsable(fetched)) return fetched;
    throw new SetupError(`The Redis from the packages does not run here: ${remedy()}`);
  });
}

/** @returns {Promise<RedisBinary>} */
async function packagedBinary() {
  return {
    command: join(packageRoot, 'usr', 'bin', 'redis-server'),
    libraryPath: (await libraryDirectories(packageRoot)).join(':'),
  };
}

/** @param {RedisBinary} binary @returns {Promise<boolean>} */
async function isUsable({ command, libraryPath }) {
  const env = { ...process.env, ...(libraryPath ? { LD_LIBRARY_PATH: libraryPath } : {}) };
  try {
    const { stdout } = await promisify(execFile)(command, ['--version'], { env });
    return isNewEnough(stdout);
  } catch {
    return false;
  }
}

/**
 * @param {string} versionLine what `redis-server --version` prints
 * @returns {boolean}
 */
export function isNewEnough(versionLine) {
  const [, major = 0, minor = 0] = (/ v=(\d+)\.(\d+)/.exec(versionLine) ?? []).map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** @returns {string} */
function remedy() {
  const how = process.platform === 'darwin' ? 'brew install redis' : 'your package manager';
  return `install Redis (${how}), or set REDIS_URL to one that runs.`;
}
