// @ts-check
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { errorCode } from './setup-error.mjs';

/**
 * @typedef {object} Inputs
 * @property {readonly string[]} paths files and folders, relative to the root; missing ones count
 *   as empty
 * @property {RegExp} [except] relative paths (with slashes) that don't count
 */

/**
 * A hash over names and contents, so that neither a checkout's time stamps nor the order of the
 * file system make something look changed.
 *
 * @param {string} root
 * @param {Inputs} inputs
 * @returns {Promise<string>}
 */
export async function contentHash(root, { paths, except }) {
  const lists = await Promise.all(paths.map((path) => filesBelow(join(root, path))));
  const names = lists.flat().map((file) => relative(root, file).split(sep).join('/'));
  const hash = createHash('sha256');
  for (const name of [...new Set(names)].sort()) {
    if (except?.test(name)) continue;
    const content = await readFile(join(root, name));
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** @param {string} path @returns {Promise<string[]>} */
async function filesBelow(path) {
  try {
    const entries = await readdir(path, { withFileTypes: true, recursive: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entryFolder(entry), entry.name));
  } catch (error) {
    if (errorCode(error) === 'ENOTDIR') return [path];
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/**
 * Node.js 20 and 24 have different names for it.
 *
 * @param {import('node:fs').Dirent & { path?: string }} entry
 * @returns {string}
 */
function entryFolder(entry) {
  return entry.parentPath ?? entry.path;
}
