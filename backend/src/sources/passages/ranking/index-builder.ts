import type { DocumentLanguage } from '../../../common';
import { isStopWord, termsOf, wordsOf } from '../search-terms';
import { PostingLog } from './posting-log';
import { type TermIndex, WEIGHT } from './term-index';

/** A source as the index sees it. */
export interface IndexedSource {
  id: string;
  /** Of its passages. */
  language: DocumentLanguage;
  /** Title and keywords of the work: a passage seldom repeats what the whole is about. */
  heading: string;
}

/** Words whose terms are remembered; bounds the memory of a build. */
const MAX_REMEMBERED = 200_000;
const MAX_LENGTH = 65_535;

/** A copy that does not keep alive the text that it was cut from. */
const ownCopy = (word: string): string => Buffer.from(word).toString();

/** The numbers of the terms of one language. */
class Vocabulary {
  readonly terms = new Map<string, number>();
  private readonly remembered = new Map<string, readonly number[]>();

  constructor(
    private readonly language: DocumentLanguage,
    private readonly nextNumber: () => number,
  ) {}

  /** The numbers of all terms of a text, as often as they are there. */
  read(text: string): number[] {
    const found: number[] = [];
    for (const word of wordsOf(text, this.language)) {
      const numbers = this.remembered.get(word) ?? this.learn(ownCopy(word));
      for (const number of numbers) found.push(number);
    }
    return found;
  }

  private learn(word: string): readonly number[] {
    const terms = isStopWord(word, this.language) ? [] : termsOf(word, this.language);
    const numbers = terms.map((term) => this.numberOf(term));
    if (this.remembered.size >= MAX_REMEMBERED) this.remembered.clear();
    this.remembered.set(word, numbers);
    return numbers;
  }

  private numberOf(term: string): number {
    const known = this.terms.get(term);
    if (known !== undefined) return known;
    const number = this.nextNumber();
    this.terms.set(ownCopy(term), number);
    return number;
  }
}

/** Makes an index from a document's passages, which come in its order. */
export class IndexBuilder {
  private readonly log: PostingLog;
  private readonly ids: Buffer;
  private readonly lengths: Uint16Array;
  private readonly sourceStarts: Uint32Array;
  private readonly vocabularies = new Map<DocumentLanguage, Vocabulary>();
  private readonly places: ReadonlyMap<string, number>;
  private heading: readonly number[] = [];
  private current = -1;
  private termCount = 0;
  private size = 0;
  private totalLength = 0;

  constructor(
    private readonly sources: readonly IndexedSource[],
    passageCount: number,
  ) {
    this.log = new PostingLog(passageCount);
    this.ids = Buffer.alloc(passageCount * 16);
    this.lengths = new Uint16Array(passageCount);
    this.sourceStarts = new Uint32Array(sources.length + 1);
    this.places = new Map(sources.map(({ id }, place) => [id, place]));
  }

  /** @param sourceId of the same source as the last passage or of a later one */
  add(sourceId: string, id: string, text: string): void {
    const place = this.places.get(sourceId);
    if (place === undefined) throw new Error('a passage without its source');
    if (place !== this.current) this.begin(place);
    for (const term of this.vocabulary().read(text)) this.log.add(term, WEIGHT.text);
    for (const term of this.heading) this.log.add(term, WEIGHT.heading);
    this.log.endPassage();
    this.ids.write(id.replaceAll('-', ''), this.size * 16, 'hex');
    this.lengths[this.size] = Math.min(MAX_LENGTH, text.length);
    this.totalLength += text.length;
    this.size += 1;
  }

  async finish(): Promise<TermIndex> {
    this.startSourcesTo(this.sources.length);
    const { size, ids, lengths, sourceStarts } = this;
    return {
      ...{ size, ids, lengths, sourceStarts },
      ...(await this.log.sorted(this.termCount)),
      meanLength: this.totalLength / Math.max(1, size),
      sources: this.places,
      terms: new Map([...this.vocabularies].map(([language, { terms }]) => [language, terms])),
    };
  }

  private begin(place: number): void {
    this.startSourcesTo(place);
    this.current = place;
    this.heading = this.vocabulary().read(this.sources[place]?.heading ?? '');
  }

  /** Sources without passages begin where the next one does. */
  private startSourcesTo(place: number): void {
    this.sourceStarts.fill(this.size, this.current + 1, place + 1);
  }

  private vocabulary(): Vocabulary {
    const language = this.sources[this.current]?.language ?? 'en';
    const known = this.vocabularies.get(language);
    if (known !== undefined) return known;
    const vocabulary = new Vocabulary(language, () => this.termCount++);
    this.vocabularies.set(language, vocabulary);
    return vocabulary;
  }
}
