// @ts-check
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isSupportedNode } from './node24.mjs';

it('runs on Node.js 24.15 and newer, and on 26, but on no odd or older release', () => {
  const supported = ['24.15.0', '24.21.0', '26.0.0', '27.1.0'];
  const refused = ['18.20.8', '20.20.2', '22.22.3', '24.14.9', '25.9.0'];
  assert.deepEqual(supported.filter(isSupportedNode), supported);
  assert.deepEqual(refused.filter(isSupportedNode), []);
});
