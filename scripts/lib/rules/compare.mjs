// @ts-check

/**
 * @typedef {{ rule: string, outcome: 'same' | 'missing' | 'unexpected', value: unknown, other: unknown }} Difference
 */

/**
 * Compares values rule by rule; a wrong value is missing and unexpected at once.
 * @param {import('./answers.mjs').Values} expected @param {import('./answers.mjs').Values} read
 * @returns {Difference[]}
 */
export function differencesOf(expected, read) {
  const rules = [...new Set([...Object.keys(expected), ...Object.keys(read)])];
  return rules.flatMap((rule) => {
    const [value, other] = [expected[rule], read[rule]];
    if (JSON.stringify(value) === JSON.stringify(other))
      return [{ rule, outcome: /** @type {const} */ ('same'), value, other }];
    /** @type {Difference[]} */
    const missing = value === undefined ? [] : [{ rule, outcome: 'missing', value, other }];
    /** @type {Difference[]} */
    const unexpected =
      other === undefined ? [] : [{ rule, outcome: 'unexpected', value: other, other: value }];
    return [...missing, ...unexpected];
  });
}
