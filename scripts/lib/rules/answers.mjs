// @ts-check
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What a careful reader finds in a text, stated before our reader saw it: only what holds for the
 * whole document, and no mere example. Of a choice the value named first, of a range the least,
 * `headings` without more for those of chapters and those below, five characters as 12.5 mm.
 * @typedef {{ id: string, set: Set, language: string, sha256: string,
 *   source: { title: string, url: string, extent: string }, answers: Values }} Answer
 * @typedef {Record<string, unknown>} Values by the rule's name in a formatting profile
 * @typedef {'development' | 'holdout' | 'unseen' | 'repositories'} Set
 */

/** In the order in which our rules met them: each was measured before anything was mended with it. */
export const SETS = /** @type {const} */ (['development', 'holdout', 'unseen', 'repositories']);

const FOLDER = join(import.meta.dirname, 'answers');

/** @returns {Answer[]} */
export function answers() {
  return readdirSync(FOLDER).map((file) => ({
    id: file.replace('.json', ''),
    ...JSON.parse(readFileSync(join(FOLDER, file), 'utf8')),
  }));
}

/**
 * Where the text of an answer is, once it has proved to be the one that the answer was made of.
 * @param {string} folder @param {Answer} answer
 */
export async function textOf(folder, { id, sha256 }) {
  const path = join(folder, `${id}.txt`);
  const found = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  if (found !== sha256) throw new Error(`${path} is not the text that its answer was made of.`);
  return path;
}
