// @ts-check
/**
 * What is done to the built web app before it is served: `node finish.mjs dist/frontend`, after
 * `ng build --stats-json`.
 */
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compressScripts } from './compress.mjs';
import { inlineStyles } from './inline-styles.mjs';
import { LANGUAGES, MAIN, OPENINGS, sharedByOpenings, withApp, withHints } from './openings.mjs';
import { rechunk, withEntry } from './rechunk.mjs';
import { readOutputs, scriptOf } from './stats.mjs';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Which folder?');
const browser = join(folder, 'browser');
const index = join(browser, 'index.html');
const stats = join(folder, 'browser-stats.json');
const openings = join(folder, 'openings');

const built = await readOutputs(stats);
const { entry, outputs } = await rechunk(browser, built, {
  entry: scriptOf(built, MAIN),
  together: sharedByOpenings(built),
});
const page = withEntry(await readFile(index, 'utf8'), entry);
const build = {
  html: await inlineStyles(browser, page),
  outputs,
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
