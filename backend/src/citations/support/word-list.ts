import { foldWord } from '../../language';

/** Recognises words of a list, in which `stem*` stands for every word that begins so. */
export class WordList {
  private readonly words = new Set<string>();
  private readonly stems: string[] = [];

  constructor(list: string) {
    for (const entry of list.split(/\s+/)) {
      if (entry.endsWith('*')) this.stems.push(foldWord(entry.slice(0, -1)));
      else this.words.add(foldWord(entry));
    }
  }

  /** @param folded see {@link foldWord} */
  has(folded: string): boolean {
    return this.words.has(folded) || this.stems.some((stem) => folded.startsWith(stem));
  }
}
