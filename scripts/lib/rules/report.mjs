// @ts-check
import { Scores, table } from '../scores.mjs';

/** The scores of a set of texts, by language and by text. */
export class RulesReport {
  #byLanguage = new Scores();
  #byText = new Scores();
  #set;
  #verbose;

  /** @param {string} set @param {boolean} verbose prints each difference */
  constructor(set, verbose) {
    this.#set = set;
    this.#verbose = verbose;
  }

  /**
   * @param {import('./answers.mjs').Answer} answer
   * @param {import('./compare.mjs').Difference[]} differences
   */
  add({ id, language }, differences) {
    for (const { outcome, ...difference } of differences) {
      this.#byLanguage.add({ field: language, outcome });
      this.#byText.add({ field: id, outcome });
      if (this.#verbose && outcome !== 'same')
        console.log(JSON.stringify({ text: id, outcome, ...difference }));
    }
  }

  text() {
    return [
      `\nThe ${this.#set} set`,
      table(this.#byText, 'text'),
      table(this.#byLanguage, 'language'),
    ].join('\n');
  }
}
