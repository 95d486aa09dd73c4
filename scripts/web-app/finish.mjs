// @ts-check
/**
 * What is done to the built web app before it is served: `node finish.mjs dist/frontend`, after
 * `ng build --stats-json`.
 */
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compressScripts } from './compress.mjs';
import { inlineStyles } from './inline-styles.mjs';
import { LANGUAGES, OPENINGS, withApp, withHints } from './openings.mjs';
import { readOutputs } from './stats.mjs';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Which folder?');
const browser = join(folder, 'browser');
const index = join(browser, 'index.html');
const stats = join(folder, 'browser-stats.json');
const openings = join(folder, 'openings');

const html = await inlineStyles(browser, await readFile(index, 'utf8'));

const build = {
  html,
  outputs: await readOutputs(stats),
  fonts: await readdir(join(browser, 'media')),
};
await writeFile(index, withApp(build));
await mkdir(openings);
for (const opening of OPENINGS) {
  for (const language of LANGUAGES) {
    const file = join(openings, `${opening.name}.${language}.html`);
    await writeFile(file, withHints(opening, language, build));
  }
}

await compressScripts(browser);
await rm(stats);
