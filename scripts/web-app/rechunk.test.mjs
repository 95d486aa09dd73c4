// @ts-check
import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'node:test';
import { rechunk } from './rechunk.mjs';
import { scriptOf, withImports } from './stats.mjs';

const SCRIPTS = {
  'main-1.js': `globalThis.begun = import('./app-1.js');`,
  'app-1.js': `import { word } from './word-1.js'; export const page = () => import('./page-1.js').then(({ page }) => page + word);`,
  'word-1.js': `export const word = 'ink';`,
  'page-1.js': `import { small } from './small-1.js'; import { word } from './word-1.js'; export const page = small + word; export const other = () => import('./other-1.js');`,
  'other-1.js': `import { small } from './small-1.js'; export const other = small;`,
  'small-1.js': `export const small = 'paper and ';`,
};

const outputs = Object.fromEntries(
  Object.keys(SCRIPTS).map((name) => [name, { inputs: { [`${name}.ts`]: {} }, imports: [] }]),
);

test('what is there anyway is joined, what is named is kept together, and all of it still runs', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rechunk-'));
  try {
    for (const [name, code] of Object.entries(SCRIPTS)) await writeFile(join(folder, name), code);
    await writeFile(join(folder, 'elsewhere.js'), '');
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    const fresh = await rechunk(folder, outputs, {
      ...{ entry: 'main-1.js', together: [['small-1.js']] },
    });
    const names = (await readdir(folder)).filter((name) => name.endsWith('.js'));
    assert.deepEqual(new Set(names), new Set([...Object.keys(fresh.outputs), 'elsewhere.js']));
    const app = scriptOf(fresh.outputs, 'app-1.js.ts');
    assert.equal(scriptOf(fresh.outputs, 'word-1.js.ts'), app);
    const page = scriptOf(fresh.outputs, 'page-1.js.ts');
    assert.ok(
      withImports(fresh.outputs, [page]).includes(scriptOf(fresh.outputs, 'small-1.js.ts')),
    );
    assert.match(await readFile(join(folder, fresh.entry), 'utf8'), new RegExp(app));
    await import(pathToFileURL(join(folder, fresh.entry)).href);
    const { begun } = /** @type {{ begun?: Promise<{ page(): Promise<string> }> }} */ (globalThis);
    assert.equal(await (await begun)?.page(), 'paper and inkink');
  } finally {
    await rm(folder, { recursive: true });
  }
});
