// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFree, questionable } from './licences.mjs';

test('one of a choice is enough, of several all are needed', () => {
  assert.ok(isFree('MIT'));
  assert.ok(isFree('(MIT OR GPL-3.0-or-later)'));
  assert.ok(isFree('MIT AND OFL-1.1'));
  assert.ok(!isFree('MIT AND GPL-3.0-only'));
  assert.ok(!isFree('AGPL-3.0'));
  assert.ok(!isFree(''));
});

test('names what needs a decision, wherever it is installed', () => {
  const found = questionable({
    '': { license: 'Proprietary' },
    'node_modules/fine': { license: 'MIT' },
    'node_modules/a/node_modules/viral': { license: 'GPL-3.0-only' },
    'node_modules/silent': {},
    'node_modules/citeproc': { license: 'CPAL-1.0 OR AGPL-1.0' },
    'node_modules/@img/sharp-libvips-linux-x64': { license: 'LGPL-3.0-or-later' },
    'node_modules/@img/sharp-wasm32': { license: 'Apache-2.0 AND LGPL-3.0-or-later AND MIT' },
  });
  assert.deepEqual(found, ['viral: GPL-3.0-only', 'silent: no licence stated']);
});

test('asks again when an explained package changes its licence', () => {
  const found = questionable({ 'node_modules/citeproc': { license: 'AGPL-3.0' } });
  assert.deepEqual(found, ['citeproc: AGPL-3.0']);
});
