// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPENINGS, sharedByOpenings, withApp, withHints } from './openings.mjs';
import { withEntry } from './rechunk.mjs';

const FEATURES = 'frontend/src/app/features';
const script = (/** @type {string[]} */ sources, /** @type {string[]} */ imports = []) => ({
  inputs: Object.fromEntries(sources.map((source) => [source, {}])),
  imports: imports.map((path) => ({ path, kind: 'import-statement' })),
});

const texts = ['shell', 'common', 'landing', 'documents'].flatMap((part) =>
  ['en', 'uk', 'it'].map((language) => [
    `${part}-${language}.js`,
    script([`frontend/src/i18n/${part}/${language}.json`]),
  ]),
);

const outputs = {
  'main.js': script(['frontend/src/main.ts']),
  'app.js': script(['frontend/src/bootstrap.ts'], ['main.js']),
  'landing.js': script([`${FEATURES}/landing/landing-page.ts`], ['app.js', 'price.js']),
  'routes.js': script([`${FEATURES}/documents/documents.routes.ts`], ['store.js']),
  'list.js': script([`${FEATURES}/documents/list/document-list-page.ts`], ['price.js', 'badge.js']),
  'price.js': script(['price.ts'], ['app.js']),
  'badge.js': script(['badge.ts'], ['deep.js']),
  'deep.js': script(['deep.ts']),
  'store.js': script(['store.ts']),
  ...Object.fromEntries(texts),
};

const fonts = ['source-sans-3', 'literata'].flatMap((family) =>
  ['latin', 'cyrillic', 'latin-ext'].flatMap((writing) =>
    ['wght-normal', '400-normal', '600-normal'].map(
      (style) => `${family}-${writing}-${style}-ABCDEFGH.woff2`,
    ),
  ),
);

const html = '<body><script src="main.js" type="module"></script></body>';
const build = { outputs, html, fonts };
const hinted = (/** @type {string} */ page) =>
  [...page.matchAll(/rel="modulepreload" href="([^"]+)"/g)].map(([, name]) => name);

test('every page asks for the app beside what begins it', () => {
  assert.deepEqual(hinted(withApp(build)), ['app.js']);
});

test('an opening asks for its scripts, for what these need and for its texts, each once', () => {
  const [first] = OPENINGS;
  assert.ok(first);
  assert.deepEqual(hinted(withHints(first, 'it', build)), [
    ...['app.js', 'landing.js', 'shell-it.js', 'landing-it.js', 'price.js'],
  ]);
});

test('it asks for the fonts of its language', () => {
  const [, desk] = OPENINGS;
  assert.ok(desk);
  assert.match(withHints(desk, 'uk', build), /media\/literata-cyrillic-600-normal-ABCDEFGH.woff2/);
  assert.doesNotMatch(withHints(desk, 'en', build), /cyrillic|-ext-/);
});

test('a part that is gone stops the build', () => {
  const { 'landing.js': _, ...rest } = outputs;
  assert.throws(() => sharedByOpenings(rest), /landing-page\.ts/);
});

test('what an opening shares with others is told by opening, the first takes what both need', () => {
  assert.deepEqual(sharedByOpenings(outputs), [['price.js'], ['store.js', 'badge.js', 'deep.js']]);
});

test('a page begins with the script that it is told, and with no other', () => {
  const page =
    '<body><link rel="modulepreload" href="old.js"><script src="m.js" type="module"></script></body>';
  assert.equal(
    withEntry(page, 'new.js'),
    '<body><script src="new.js" type="module"></script></body>',
  );
});
