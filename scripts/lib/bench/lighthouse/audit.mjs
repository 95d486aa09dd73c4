// @ts-check
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runLogged } from '../../command.mjs';
import { logsDir } from '../../paths.mjs';
import { SetupError } from '../../setup-error.mjs';

/**
 * Fetched when it is wanted: `npm ci` does without all that it needs. Its version 13 speaks of
 * newer things than our Chromium knows.
 */
const PACKAGE = 'lighthouse@12.8.2';

export const CATEGORIES = /** @type {const} */ ([
  'performance',
  'accessibility',
  'best-practices',
  'seo',
]);

/** `mobile` is Lighthouse's own phone on a slow line, `desktop` its desk. */
export const DEVICES = /** @type {const} */ (['mobile', 'desktop']);

/**
 * @typedef {object} Audit
 * @property {string} page
 * @property {string} device
 * @property {Record<string, number>} scores of a hundred, by category
 * @property {number} lcpMs largest contentful paint
 * @property {number} blockedMs total blocking time
 * @property {number} bytes over the wire
 * @property {string[]} faults what costs points, other than time
 */

/** @param {string} file @param {string} url @returns {Promise<Omit<Audit, 'page' | 'device'>>} */
async function read(file, url) {
  const { categories, audits, finalDisplayedUrl } = JSON.parse(await readFile(file, 'utf8'));
  if (finalDisplayedUrl !== url) throw new SetupError(`Led from ${url} to ${finalDisplayedUrl}.`);
  const scores = CATEGORIES.map((name) => [name, Math.round(100 * categories[name].score)]);
  const failed = CATEGORIES.slice(1).flatMap((name) =>
    categories[name].auditRefs.filter(
      (/** @type {{ id: string, weight: number }} */ { id, weight }) =>
        weight > 0 && audits[id].score !== null && audits[id].score < 1,
    ),
  );
  return {
    scores: Object.fromEntries(scores),
    lcpMs: audits['largest-contentful-paint'].numericValue,
    blockedMs: audits['total-blocking-time'].numericValue,
    bytes: audits['total-byte-weight'].numericValue,
    faults: failed.map((/** @type {{ id: string }} */ { id }) => {
      const [first] = audits[id].details?.items ?? [];
      return first === undefined ? id : `${id} ${JSON.stringify(first).slice(0, 300)}`;
    }),
  };
}

/**
 * Has Lighthouse look at a page in a Chromium that runs, with the session it has.
 *
 * @param {string} url
 * @param {{ port: number, device: string, env: NodeJS.ProcessEnv, folder: string }} options `port`
 *   is that of Chromium's debugger
 */
export async function audit(url, { port, device, env, folder }) {
  const file = join(folder, `${device}-${encodeURIComponent(new URL(url).pathname)}.json`);
  const args = [
    ...['exec', '--yes', `--package=${PACKAGE}`, '--', 'lighthouse', url],
    ...[`--port=${port}`, '--disable-storage-reset', '--quiet', '--no-enable-error-reporting'],
    ...[`--only-categories=${CATEGORIES.join(',')}`, '--output=json', `--output-path=${file}`],
    ...(device === 'desktop' ? ['--preset=desktop'] : []),
  ];
  const log = join(logsDir, 'lighthouse.log');
  await runLogged('npm', args, { log, env, failure: `Lighthouse could not look at ${url}.` });
  return read(file, url);
}
