// @ts-check
import { existsSync } from 'node:fs';
import { mkdir, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SetupError, errorCode, errorMessage } from './setup-error.mjs';

const REMEDY = 'set TESIGO_DATA_DIR to a directory that can be written to.';

/**
 * Makes the data directory where it is missing and proves that it can be written to.
 *
 * @param {string} directory
 * @returns {Promise<string>} its real path, so that two names of one directory count as one
 */
export async function openDataDir(directory) {
  try {
    // Others may pass through (PostgreSQL runs under its own account), but not list.
    await makeDirectory(directory, 0o711);
    const probe = join(directory, `.writable-${process.pid}`);
    await writeFile(probe, '');
    await rm(probe);
    return await realpath(directory);
  } catch (error) {
    const reason = reasonFor(error);
    throw new SetupError(`The data directory ${directory} ${reason}: ${REMEDY}`, { cause: error });
  }
}

/**
 * Not Node's recursive mkdir: that tries for ever where a file system has the parent and still says
 * that there is none, as /proc does.
 *
 * @param {string} directory
 * @param {number} mode
 */
async function makeDirectory(directory, mode) {
  try {
    await mkdir(directory, { mode });
  } catch (error) {
    if (errorCode(error) === 'EEXIST' && (await stat(directory)).isDirectory()) return;
    const parent = dirname(directory);
    if (errorCode(error) !== 'ENOENT' || parent === directory || existsSync(parent)) throw error;
    await makeDirectory(parent, mode);
    await makeDirectory(directory, mode);
  }
}

/** @param {unknown} error @returns {string} */
function reasonFor(error) {
  switch (errorCode(error)) {
    case 'EACCES':
    case 'EPERM':
      return 'may not be written to by this account';
    case 'EROFS':
      return 'is on a read-only file system';
    case 'ENOENT': // what /proc says
      return 'cannot be made';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'is a file, or lies below one';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'is on a full disk';
    default:
      return `cannot be used (${errorMessage(error)})`;
  }
}
