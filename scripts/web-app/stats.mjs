// @ts-check
import { readFile } from 'node:fs/promises';

/**
 * What esbuild tells of a build (`ng build --stats-json`), as far as it is asked here.
 *
 * @typedef {object} Output
 * @property {Record<string, unknown>} inputs by source file, relative to the repository
 * @property {{ path: string, kind: string }[]} imports
 *
 * @typedef {Record<string, Output>} Outputs by the file's name in the build
 */

/** @param {string} file @returns {Promise<Outputs>} */
export async function readOutputs(file) {
  return JSON.parse(await readFile(file, 'utf8')).outputs;
}

/**
 * The script that a source file went into.
 *
 * @param {Outputs} outputs @param {string} source
 * @throws when none did: it was renamed, and whoever names it has to follow
 */
export function scriptOf(outputs, source) {
  const found = Object.entries(outputs).find(
    ([name, { inputs }]) => name.endsWith('.js') && source in inputs,
  );
  if (found === undefined) throw new Error(`No script of the build has ${source} in it.`);
  return found[0];
}

/**
 * Scripts, and all that they cannot run without.
 *
 * @param {Outputs} outputs @param {readonly string[]} scripts
 * @returns {string[]}
 */
export function withImports(outputs, scripts) {
  const known = new Set(scripts);
  // what is added while it is walked is walked too
  for (const script of known) {
    for (const { path, kind } of outputs[script]?.imports ?? []) {
      if (kind === 'import-statement' && path in outputs) known.add(path);
    }
  }
  return [...known];
}
