// @ts-check
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isNewEnough } from './redis-binary.mjs';

describe('a Redis server', () => {
  it('is taken from 6.2 on', () => {
    const line = (/** @type {string} */ version) => `Redis server v=${version} sha=0:0 malloc=libc`;
    assert.deepEqual(['6.2.0', '7.0.15', '8.4.0'].map(line).map(isNewEnough), [true, true, true]);
    assert.deepEqual([line('6.0.16'), line('5.0.3'), ''].map(isNewEnough), [false, false, false]);
  });
});
