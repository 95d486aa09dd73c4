// @ts-check

/** @typedef {{ same: number, missing: number, unexpected: number }} Counts */

/** @param {Counts} counts */
export function scoreOf({ same, missing, unexpected }) {
  const precision = same + unexpected === 0 ? 1 : same / (same + unexpected);
  const recall = same + missing === 0 ? 1 : same / (same + missing);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

export class Scores {
  /** @type {Map<string, Counts>} */
  byField = new Map();

  /** @param {{ field: string, outcome: keyof Counts }} difference */
  add({ field, outcome }) {
    const counts = this.byField.get(field) ?? { same: 0, missing: 0, unexpected: 0 };
    counts[outcome] += 1;
    this.byField.set(field, counts);
  }

  /** @returns {Counts} */
  total() {
    const sum = { same: 0, missing: 0, unexpected: 0 };
    for (const counts of this.byField.values()) {
      for (const key of /** @type {(keyof Counts)[]} */ (Object.keys(sum))) sum[key] += counts[key];
    }
    return sum;
  }
}

/** @param {string} name @param {Counts} counts */
function row(name, counts) {
  const { precision, recall, f1 } = scoreOf(counts);
  const figures = [precision, recall, f1].map((figure) => figure.toFixed(3));
  const numbers = [counts.same + counts.missing, ...figures].map((one) => String(one).padStart(10));
  return name.padEnd(18) + numbers.join('');
}

/**
 * Values expected, precision, recall and F1 of each field and of all.
 * @param {Scores} scores @param {string} [title] what the fields are
 */
export function table(scores, title = 'field') {
  const head =
    title.padEnd(18) +
    ['values', 'precision', 'recall', 'F1'].map((one) => one.padStart(10)).join('');
  const rows = [...scores.byField].map(([field, counts]) => row(field, counts));
  return [head, ...rows, row('all', scores.total())].join('\n');
}
