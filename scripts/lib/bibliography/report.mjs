// @ts-check
import { PECULIAR, peculiarity } from './peculiarities.mjs';
import { Scores, scoreOf, table } from '../scores.mjs';

/**
 * @typedef {import('./peculiarities.mjs').Located} Located
 * @typedef {{ counted: Scores, all: Scores }} FileScores without what is peculiar to Zotero, and with it
 */

const ALL = 'All';

/** @param {Scores} scores */
const f1 = (scores) => scoreOf(scores.total()).f1.toFixed(4);

/** The scores of each file and of all, and what was left out of them and why. */
export class Report {
  /** @type {Map<string, FileScores>} */
  #files = new Map();

  /** @type {Map<string, Map<string, number>>} values left out, by reason and file */
  #leftOut = new Map();

  #verbose;

  /** @param {boolean} verbose prints each difference */
  constructor(verbose) {
    this.#verbose = verbose;
  }

  /** @param {Located} one */
  add(one) {
    const { input: _, item: __, schema: ___, ...shown } = one;
    const peculiar = peculiarity(one);
    for (const name of [one.file, ALL]) {
      const { counted, all } = this.#scoresOf(name);
      all.add(one);
      if (peculiar === undefined) counted.add(one);
    }
    if (peculiar !== undefined) this.#leaveOut(peculiar.why, one.file);
    else if (this.#verbose && one.outcome !== 'same') console.log(JSON.stringify(shown));
  }

  text() {
    const tables = [...this.#files].map(([name, { counted }]) => `\n${name}\n${table(counted)}`);
    const reasons = PECULIAR.map(({ why }) => `- ${this.#numbers(why)}: ${why}`);
    const sums = [...this.#files].map(
      ([name, { counted, all }]) => `${name.padEnd(12)}${f1(counted)}  ${f1(all)}`,
    );
    return [
      ...tables,
      '\nNot counted, values by file:',
      ...reasons,
      `\n${'F1'.padEnd(12)}counted every difference`,
      ...sums,
    ].join('\n');
  }

  /** @param {string} name */
  #scoresOf(name) {
    const scores = this.#files.get(name) ?? { counted: new Scores(), all: new Scores() };
    this.#files.set(name, scores);
    return scores;
  }

  /** @param {string} why @param {string} file */
  #leaveOut(why, file) {
    const files = this.#leftOut.get(why) ?? new Map();
    files.set(file, (files.get(file) ?? 0) + 1);
    this.#leftOut.set(why, files);
  }

  /** @param {string} why */
  #numbers(why) {
    const files = [...(this.#leftOut.get(why) ?? [])];
    return files.length === 0 ? 'none' : files.map(([file, n]) => `${file} ${n}`).join(', ');
  }
}
