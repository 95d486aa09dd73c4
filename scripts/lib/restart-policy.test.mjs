// @ts-check
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { RestartPolicy } from './restart-policy.mjs';

it('waits longer after each death and gives up at the fifth within a minute', () => {
  const policy = new RestartPolicy();
  const pauses = [0, 1, 2, 3, 4].map((second) => policy.afterDeath(second * 1000));
  assert.deepEqual(pauses, [1_000, 2_000, 4_000, 8_000, undefined]);
});

it('forgets deaths that are a minute old', () => {
  const policy = new RestartPolicy();
  for (const minute of [0, 1, 2, 3, 4, 5, 6]) {
    assert.equal(policy.afterDeath(minute * 60_000), 1_000);
  }
});
