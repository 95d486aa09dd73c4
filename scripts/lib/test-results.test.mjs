// @ts-check
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { closingLine, fromJest, fromTap, isGreen, single, sum } from './test-results.mjs';

describe('test results', () => {
  it('are read from the TAP report', () => {
    const tap = '# tests 9\n# pass 5\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 1\n';
    assert.deepEqual(fromTap(tap, 1), { passed: 5, failed: 2, skipped: 2 });
  });

  it('are read from the Jest report, a file that does not load counting as a failure', () => {
    const report = { numPassedTests: 7, numFailedTests: 1, numRuntimeErrorTestSuites: 2 };
    const json = JSON.stringify({ ...report, numPendingTests: 1, numTodoTests: 0 });
    assert.deepEqual(fromJest(json, 1), { passed: 7, failed: 3, skipped: 1 });
  });

  it('are never green when the runner failed without a report', () => {
    assert.equal(fromTap('', 1).failed, 1);
    assert.equal(fromJest('', 137).failed, 1);
  });

  it('are not green when nothing ran', () => {
    assert.equal(isGreen(fromJest('', 0)), false);
    assert.equal(isGreen(sum([single(true), fromJest('', 0)])), true);
  });

  it('close with one line', () => {
    assert.equal(closingLine(sum([single(true), single(false)])), '1 passed, 1 failed');
    assert.equal(
      closingLine({ passed: 2, failed: 0, skipped: 3 }),
      '2 passed, 0 failed, 3 skipped',
    );
  });
});
