// @ts-check
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { exitCode } from './command.mjs';
import { SetupError, errorCode } from './setup-error.mjs';

/**
 * Node.js has no flock(2), and any lock made of files alone outlives a crash. These helpers lock
 * the open file description that they inherit as descriptor 3 and that this process keeps: the
 * kernel frees it with the process, however that ends.
 *
 * @param {boolean} wait
 * @returns {[string, string[]][]}
 */
const helpers = (wait) => [
  ['flock', wait ? ['-x', '3'] : ['-x', '-n', '3']],
  ['perl', ['-e', `open(my $f, ">&=", 3) && flock($f, ${wait ? 2 : 6}) ? exit 0 : exit 1`]],
];

/** @param {number} file @param {boolean} wait @param {AbortSignal} [signal] */
async function lockDescriptor(file, wait, signal) {
  for (const [command, args] of helpers(wait)) {
    try {
      /** @type {import('node:child_process').SpawnOptions} */
      const options = { stdio: ['ignore', 'ignore', 'ignore', file], signal };
      return (await exitCode(command, args, options)) === 0;
    } catch (error) {
      signal?.throwIfAborted();
      if (errorCode(error) !== 'ENOENT') throw error;
    }
  }
  throw new SetupError('Neither flock nor perl is on the PATH: install util-linux or perl.');
}

/**
 * Takes the lock unless another process holds it.
 *
 * @param {string} path lock file, made when missing and never removed
 * @returns {Promise<(() => void) | undefined>} what frees the lock, or nothing when it is taken
 */
export async function tryLock(path) {
  const file = openLockFile(path);
  if (await lockDescriptor(file, false)) return () => closeSync(file);
  closeSync(file);
  return undefined;
}

/**
 * Runs the work while holding the lock, waiting for the present holder to finish.
 *
 * @template T
 * @param {string} path
 * @param {{ onWait?: () => void, signal?: AbortSignal }} options
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(path, { onWait, signal }, work) {
  const file = openLockFile(path);
  try {
    if (!(await lockDescriptor(file, false, signal))) {
      onWait?.();
      await lockDescriptor(file, true, signal);
      signal?.throwIfAborted();
    }
    return await work();
  } finally {
    closeSync(file);
  }
}

/** @param {string} path @returns {number} */
function openLockFile(path) {
  mkdirSync(dirname(path), { recursive: true });
  return openSync(path, 'a', 0o600);
}
