// @ts-check
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { satisfies } from './installed-packages.mjs';

const a = { version: '1.0.0', integrity: 'sha512-a' };
const b = { version: '2.0.0', integrity: 'sha512-b' };

describe('installed packages', () => {
  it('are current when they are those of the lock file', () => {
    assert.equal(satisfies({ 'node_modules/a': a }, { '': {}, 'node_modules/a': a }), true);
  });

  it('are not current when one is missing, has another version or another content', () => {
    const wanted = { 'node_modules/a': a, 'node_modules/b': b };
    assert.equal(satisfies({ 'node_modules/a': a }, wanted), false);
    assert.equal(
      satisfies({ ...wanted, 'node_modules/b': { ...b, version: '2.0.1' } }, wanted),
      false,
    );
    assert.equal(
      satisfies({ ...wanted, 'node_modules/b': { ...b, integrity: 'x' } }, wanted),
      false,
    );
  });

  it('may lack what is made for another platform', () => {
    const wanted = { 'node_modules/a': a, 'node_modules/b': { ...b, optional: true } };
    assert.equal(satisfies({ 'node_modules/a': a }, wanted), true);
  });
});
