// @ts-check
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { verdictOf } from './known-holes.mjs';

/** @param {string} severity */
const hole = (severity) => ({ name: 'leaky', severity, range: '<2.0.0', fixAvailable: true });

/** @param {Record<string, unknown>} vulnerabilities */
const report = (vulnerabilities) => JSON.stringify({ auditReportVersion: 2, vulnerabilities });

describe('known holes of packages', () => {
  it('fail the check when they are grave', () => {
    for (const severity of ['high', 'critical']) {
      const verdict = verdictOf(report({ leaky: hole(severity) }));
      assert.deepEqual([verdict.asked, verdict.grave], [true, true]);
      assert.deepEqual(verdict.lines, [`${severity}: leaky <2.0.0, mended in a later version`]);
    }
  });

  it('are named when they are not', () => {
    const verdict = verdictOf(report({ leaky: hole('moderate') }));
    assert.equal(verdict.grave, false);
    assert.match(verdict.lines.join('\n'), /moderate: leaky/);
    assert.equal(verdictOf(report({})).grave, false);
  });

  it('are never taken for absent when nobody could be asked', () => {
    const refusal = { message: '405 Method Not Allowed - POST', statusCode: 405, error: {} };
    const offline = { error: { code: 'ENOTFOUND', summary: 'network' } };
    for (const output of [JSON.stringify(refusal), JSON.stringify(offline), '', 'npm error']) {
      const { asked, lines } = verdictOf(output);
      assert.equal(asked, false);
      assert.match(lines[0] ?? '', /^Not checked/);
    }
    assert.match(verdictOf(JSON.stringify(refusal)).lines[0] ?? '', /405/);
  });
});
