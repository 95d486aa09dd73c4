// @ts-check
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional] may be absent: made for another platform
 * @property {boolean} [devOptional]
 * @property {boolean} [peer]
 *
 * @typedef {Record<string, LockedPackage>} LockedPackages by folder, `''` being the project itself
 */

/**
 * Whether `node_modules` holds what the lock file asks for. npm records what it has installed in
 * `node_modules/.package-lock.json`, as the last thing it does, so an interrupted installation and
 * a developer's own `npm install` are both told apart correctly without a stamp of our own.
 *
 * @param {string} root
 * @returns {Promise<boolean>}
 */
export async function packagesAreCurrent(root) {
  const wanted = await readPackages(join(root, 'package-lock.json'));
  const present = await readPackages(join(root, 'node_modules', '.package-lock.json'));
  return wanted !== undefined && present !== undefined && satisfies(present, wanted);
}

/**
 * Packages beyond those wanted do no harm: optional ones that the lock file does not know.
 *
 * @param {LockedPackages} present
 * @param {LockedPackages} wanted
 * @returns {boolean}
 */
export function satisfies(present, wanted) {
  const folders = Object.keys(wanted).filter((folder) => folder !== '');
  return folders.every((folder) => {
    const want = wanted[folder];
    const have = present[folder];
    if (have === undefined) return Boolean(want?.optional ?? want?.devOptional);
    return have.version === want?.version && have.integrity === want?.integrity;
  });
}

/** @param {string} file @returns {Promise<LockedPackages | undefined>} */
async function readPackages(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
