// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { distDir, repositoryRoot } from '../../paths.mjs';
import { styleXml } from './style-xml.mjs';
import { typstText } from './typst-text.mjs';

/** Our made-up thesis is TypeScript: `tsx` runs it, and the compiler of these scripts need not follow. */
const source = (/** @type {string} */ path) => pathToFileURL(join(repositoryRoot, path)).href;
const GENERATOR = source('backend/src/testing/long-thesis.ts');
const STYLES = source('backend/src/citations/csl/style-library.ts');
const STYLE = 'chicago-fullnote-bibliography';

/** @param {string} name */
const beside = (name) => fileURLToPath(new URL(name, import.meta.url));
const worker = join(distDir, 'backend/exports/render.worker.js');
const fonts = dirname(
  createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'),
);

/** @typedef {readonly [program: string, ...args: string[]]} Command */

/** @param {string} program */
export function isInstalled(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/**
 * A folder with a thesis as every program takes it.
 *
 * @param {string} folder
 * @param {number} share of a whole thesis
 */
export async function prepareThesis(folder, share) {
  const { longThesis } = await import(GENERATOR);
  const thesis = longThesis(share);
  mkdirSync(join(folder, 'figures'), { recursive: true });
  for (const { key, data } of thesis.figures)
    writeFileSync(join(folder, 'figures', `${key}.png`), data);
  const input = JSON.stringify(thesis, (key, value) => (key === 'data' ? undefined : value));
  writeFileSync(join(folder, 'input.json'), input);
  writeFileSync(join(folder, 'thesis.typ'), typstText(thesis));
  const { cslStyle } = await import(STYLES);
  writeFileSync(join(folder, 'notes.csl'), styleXml(cslStyle(STYLE)));
}

/** What the others read of our Markdown export, once it is made. @param {string} folder */
export function unpackMarkdown(folder) {
  const files = unzipSync(readFileSync(join(folder, 'ours.md')));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
}

/** As the pool limits its threads; a nursery is three semi-spaces. */
const LIMITS = ['--max-old-space-size=1024', '--max-semi-space-size=16'];

/** @param {string} node @param {string} folder @param {string} format @returns {Command} */
export function ours(node, folder, format) {
  const files = [join(folder, 'input.json'), format, join(folder, `ours.${format}`)];
  return [node, ...LIMITS, beside('render.mjs'), worker, ...files];
}

/** @param {string} node @param {string} folder @returns {Command} */
export function eventLoop(node, folder) {
  const pool = join(distDir, 'backend/exports/render-pool.js');
  return [node, beside('event-loop.mjs'), pool, join(folder, 'input.json')];
}

/** With the same notes as ours. @returns {Command} */
export function pandoc() {
  return ['pandoc', 'thesis.md', '--citeproc', '--csl', 'notes.csl', '--toc', '-o', 'pandoc.docx'];
}

/** @param {string} node @param {string} folder @param {string} compiler @returns {Command} */
export function typst(node, folder, compiler) {
  return [node, beside('typst.mjs'), compiler, folder, fonts, join(folder, 'typst.pdf')];
}

/** @param {string} folder with a profile of its own @returns {Command} */
export function libreOffice(folder) {
  const office = join(folder, 'office');
  const profile = `-env:UserInstallation=${pathToFileURL(office).href}`;
  const conversion = ['--convert-to', 'pdf', '--outdir', office, 'ours.docx'];
  return ['soffice', profile, '--headless', ...conversion];
}
