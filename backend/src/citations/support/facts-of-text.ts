import type { DocumentLanguage } from '../../common';
import { foldWord, sameWord, wordsOf } from '../../language';
import { namesOf, numbersOf, numeralsOf } from './facts';

/** The numbers and names of a long text, to hold many sentences against it. */
export class FactsOfText {
  private readonly numbers: ReadonlySet<string>;
  private readonly words: ReadonlySet<string>;

  constructor(
    text: string,
    private readonly language: DocumentLanguage,
  ) {
    this.numbers = numbersOf(text, language);
    this.words = new Set(wordsOf(text).map(foldWord));
  }

  /** Numbers in digits, and names, that `claim` has and the text has not. */
  missingFrom(claim: string): string[] {
    const numbers = numeralsOf(claim).filter((number) => !this.numbers.has(number));
    const names = namesOf(claim, this.language).filter((name) => !this.knows(name));
    return [...numbers, ...names];
  }

  private knows(name: string): boolean {
    if (this.words.has(name)) return true;
    return [...this.words].some((word) => sameWord(word, name, this.language));
  }
}
