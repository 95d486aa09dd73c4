// @ts-check
import { mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
    await mkdir(directory, { recursive: true, mode: 0o711 });
    const probe = join(directory, `.writable-${process.pid}`);
    await writeFile(probe, '');
    await rm(probe);
    return await realpath(directory);
  } catch (error) {
    const reason = reasonFor(error);
    throw new SetupError(`The data directory ${directory} ${reason}: ${REMEDY}`, { cause: error });
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
    case 'ENOENT': // what a recursive mkdir says of a read-only parent
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
