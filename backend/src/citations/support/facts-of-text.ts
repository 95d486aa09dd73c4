import type { DocumentLanguage } from '../../common';
import { foldWord, lexiconOf, sameWord, stemsOf, wordsOf } from '../../language';
import { namesOf, numbersOf, numeralsOf } from './facts';

/** What a long text speaks of, read once, to hold many sentences against it. */
export class FactsOfText {
  private readonly numbers: ReadonlySet<string>;
  private readonly words: ReadonlySet<string>;
  private readonly stems: ReadonlySet<string>;

  constructor(
    text: string,
    private readonly language: DocumentLanguage,
  ) {
    this.numbers = numbersOf(text, language);
    this.words = new Set(wordsOf(text).map(foldWord));
    this.stems = new Set(stemsOf(text, lexiconOf(language)));
  }

  /** Numbers in digits, and names, that `claim` has and the text has not. */
  missingFrom(claim: string): string[] {
    const numbers = numeralsOf(claim).filter((number) => !this.numbers.has(number));
    const names = namesOf(claim, this.language).filter((name) => !this.has(name, this.words));
    return [...numbers, ...names];
  }

  /** How many of a claim's words the text has in any form: 0 to 1, 1 for a claim without any. */
  shareOf(claim: string): number {
    const own = [...new Set(stemsOf(claim, lexiconOf(this.language)))];
    const known = own.filter((stem) => this.has(stem, this.stems));
    return own.length === 0 ? 1 : known.length / own.length;
  }

  private has(word: string, among: ReadonlySet<string>): boolean {
    if (among.has(word)) return true;
    return [...among].some((one) => sameWord(one, word, this.language));
  }
}
