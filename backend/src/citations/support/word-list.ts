import { foldWord } from '../../language';

/** Recognises words of a list, in which `stem*` stands for every word that begins so. */
export class WordList {
  private readonly words = new Set<string>();
  private readonly stems: string[] = [];

  /** @param spelling makes one spelling of several, of the list as of what is looked up */
  constructor(
    list: string,
    private readonly spelling: (word: string) => string = foldWord,
  ) {
    for (const entry of list.split(/\s+/)) {
      if (entry.endsWith('*')) this.stems.push(spelling(entry.slice(0, -1)));
      else this.words.add(spelling(entry));
    }
  }

  has(word: string): boolean {
    const spelt = this.spelling(word);
    return this.words.has(spelt) || this.stems.some((stem) => spelt.startsWith(stem));
  }
}
