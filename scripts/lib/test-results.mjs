// @ts-check

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Counts} */
export const NONE = { passed: 0, failed: 0, skipped: 0 };

/** @param {boolean} isPassed @returns {Counts} of something that counts as one test */
export function single(isPassed) {
  return isPassed ? { ...NONE, passed: 1 } : { ...NONE, failed: 1 };
}

/** @param {readonly Counts[]} all @returns {Counts} */
export function sum(all) {
  return all.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    NONE,
  );
}

/**
 * A run that ended badly without naming a failed test (a crash, a file that does not load) counts
 * as one failure, so that it never looks green.
 *
 * @param {Counts} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
function honest(counts, exitCode) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {string} tap what Node's own test runner reports in TAP
 * @param {number} exitCode
 * @returns {Counts}
 */
export function fromTap(tap, exitCode) {
  /** @param {string} name */
  const count = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  const counts = {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
  };
  return honest(counts, exitCode);
}

/**
 * @param {string} json what `jest --json` reports
 * @param {number} exitCode
 * @returns {Counts}
 */
export function fromJest(json, exitCode) {
  const report = json === '' ? {} : JSON.parse(json);
  const counts = {
    passed: report.numPassedTests ?? 0,
    failed: (report.numFailedTests ?? 0) + (report.numRuntimeErrorTestSuites ?? 0),
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  };
  return honest(counts, exitCode);
}

/** @param {Counts} counts @returns {string} the closing line */
export function closingLine({ passed, failed, skipped }) {
  const line = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}

/** @param {Counts} counts @returns {boolean} */
export function isGreen({ passed, failed }) {
  return failed === 0 && passed > 0;
}
