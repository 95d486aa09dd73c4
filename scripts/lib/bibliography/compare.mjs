// @ts-check

/**
 * @typedef {import('./facts.mjs').Facts} Facts
 * @typedef {'same' | 'missing' | 'unexpected'} Outcome
 * @typedef {{ field: string, outcome: Outcome, value: string, other?: string[] }} Difference
 */

/**
 * Notes are one text with us, so each of Zotero's has to be somewhere in it, and nothing else but
 * what Zotero keeps in its field for extra lines.
 * @param {string[]} expected @param {string[]} read @param {string[]} extra @returns {Difference[]}
 */
function notes(expected, read, extra) {
  let rest = read.join(' ');
  /** @type {Difference[]} */
  const found = expected.map((value) => {
    const outcome = rest.includes(value) ? 'same' : 'missing';
    rest = rest.replace(value, '');
    return { field: 'note', outcome, value, other: read };
  });
  for (const line of extra) rest = rest.replace(line, '');
  const more = /[\p{L}\p{N}]/u.test(rest);
  return more ? [...found, { field: 'note', outcome: 'unexpected', value: rest }] : found;
}

/**
 * Compares what was expected of an entry with what was read, value by value.
 * @param {Facts} expected @param {Facts | undefined} read @returns {Difference[]}
 */
export function differencesOf(expected, read) {
  return Object.entries(expected).flatMap(([field, values]) => {
    const others = [...(read?.[field] ?? [])];
    if (field === 'extra') return [];
    if (field === 'note') return notes(values, others, expected['extra'] ?? []);
    /** @type {Difference[]} */
    const found = values.map((value) => {
      const at = others.indexOf(value);
      if (at === -1) return { field, outcome: 'missing', value, other: read?.[field] ?? [] };
      others.splice(at, 1);
      return { field, outcome: 'same', value };
    });
    const unexpected = others.map((value) => ({
      field,
      outcome: /** @type {const} */ ('unexpected'),
      value,
      other: values,
    }));
    return [...found, ...unexpected];
  });
}
