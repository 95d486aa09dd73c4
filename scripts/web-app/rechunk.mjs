// @ts-check
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rollup } from 'rollup';

/** @typedef {import('./stats.mjs').Outputs} Outputs */

/**
 * Joins the scripts of a build where that spares requests. Angular's CLI makes a script of its own
 * of whatever two others share, however small and though one of the two is always there first;
 * Rollup knows what is, and puts it there.
 *
 * @param {string} folder of the built scripts, which are replaced
 * @param {Outputs} outputs what is in them
 * @param {{ entry: string, together: readonly (readonly string[])[] }} options `entry` is the
 *   script that all begins with; of each list one script is made, whoever else may share it
 * @returns {Promise<{ entry: string, outputs: Outputs }>} the same of the new scripts
 */
export async function rechunk(folder, outputs, { entry, together }) {
  /** @type {Set<string>} */
  const read = new Set();
  const plugins = [fromFolder(folder, outputs, read)];
  const bundle = await rollup({ input: entry, plugins });
  const { output } = await bundle.generate({
    compact: true,
    entryFileNames: 'main-[hash].js',
    chunkFileNames: 'chunk-[hash].js',
    manualChunks: (id) => {
      const list = together.findIndex((scripts) => scripts.includes(id));
      return list < 0 ? null : `together-${list}`;
    },
    onlyExplicitManualChunks: true,
  });
  await bundle.close();
  const scripts = output.filter((file) => file.type === 'chunk');
  // with those that nobody turned out to need
  await Promise.all([...read].map((name) => rm(join(folder, name))));
  await Promise.all(scripts.map(({ fileName, code }) => writeFile(join(folder, fileName), code)));
  const begin = scripts.find(({ isEntry }) => isEntry);
  if (begin === undefined) throw new Error('Rollup made nothing to begin with.');
  const described = scripts.map(({ fileName, moduleIds, imports }) => {
    const inputs = Object.assign({}, ...moduleIds.map((id) => outputs[id]?.inputs));
    const kind = 'import-statement';
    return [fileName, { inputs, imports: imports.map((path) => ({ path, kind })) }];
  });
  return { entry: begin.fileName, outputs: Object.fromEntries(described) };
}

/**
 * @param {string} folder @param {Outputs} outputs @param {Set<string>} read takes what has been
 * @returns {import('rollup').Plugin}
 */
function fromFolder(folder, outputs, read) {
  return {
    name: 'built-scripts',
    resolveId(source) {
      const name = source.replace(/^\.\//, '');
      return name in outputs ? name : { id: source, external: true };
    },
    load(name) {
      read.add(name);
      return readFile(join(folder, name), 'utf8');
    },
  };
}

const SCRIPTS =
  /<link rel="modulepreload" href="[^"]+">|<script src="[^"]+" type="module"><\/script>/g;

/**
 * Has a page begin with another script than it was built with.
 *
 * @param {string} html @param {string} entry
 */
export function withEntry(html, entry) {
  const script = `<script src="${entry}" type="module"></script>`;
  return html.replace(SCRIPTS, '').replace('</body>', () => `${script}</body>`);
}
