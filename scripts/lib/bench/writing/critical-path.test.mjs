// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makespan } from './critical-path.mjs';

test('as many hands as there is work take as long as the longest', () => {
  assert.equal(makespan([3, 5, 1], 3), 5);
});

test('one hand takes the sum', () => {
  assert.equal(makespan([3, 5, 1], 1), 9);
});

test('whoever is free goes on with the next', () => {
  assert.equal(makespan([4, 1, 1, 1, 4], 2), 7);
});
