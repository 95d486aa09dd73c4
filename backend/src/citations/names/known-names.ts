import type { DocumentLanguage } from '../../common';
import { wordsOf } from '../../language';
import { foldName } from './fold-name';
import { isInflected } from './inflected-name';

const SHARED_START = 3;

/** The names that a document has from elsewhere than its own prose. */
export class KnownNames {
  private words: Set<string> | undefined;

  /**
   * @param authors of its sources
   * @param texts that may speak of people: titles, topics, passages
   */
  constructor(
    private readonly authors: readonly string[],
    private readonly texts: readonly string[],
    private readonly language: DocumentLanguage,
  ) {}

  has(name: string): boolean {
    const folded = foldName(name);
    const isAuthor = (author: string): boolean =>
      foldName(author).endsWith(folded) || isInflected(name, author, this.language);
    return this.authors.some(isAuthor) || this.isSaid(folded);
  }

  /** Also in another case, or as `Smithers’s`. */
  private isSaid(folded: string): boolean {
    this.words ??= new Set(this.texts.flatMap(wordsOf).map(foldName));
    if (this.words.has(folded) || this.words.has(`${folded}s`)) return true;
    if (this.language !== 'uk' && this.language !== 'cs') return false;
    const start = folded.slice(0, SHARED_START);
    return [...this.words].some(
      (word) => word.startsWith(start) && isInflected(folded, word, this.language),
    );
  }
}
