import { setImmediate } from 'node:timers/promises';
import type { Postings } from './term-index';

const FIRST_SIZE = 4096;
const MAX_WEIGHT = 255;
/** Some milliseconds of work, after which others in the thread get their turn. */
const PASSAGES_A_TURN = 4000;

/** Occurrences of terms as they come, passage by passage; sorted by term at the end. */
export class PostingLog {
  private terms = new Uint32Array(FIRST_SIZE);
  private weights = new Uint8Array(FIRST_SIZE);
  /** Where the passage's entry of each term stands, plus one: of the current one, or of an older. */
  private places = new Uint32Array(FIRST_SIZE);
  private readonly starts: Uint32Array;
  private length = 0;
  private passages = 0;

  constructor(passageCount: number) {
    this.starts = new Uint32Array(passageCount + 1);
  }

  /** Adds an occurrence to the current passage. Terms are numbered from 0 as they first come. */
  add(term: number, weight: number): void {
    if (term >= this.places.length) this.places = grown(this.places);
    const place = (this.places[term] ?? 0) - 1;
    if (place >= (this.starts[this.passages] ?? 0)) {
      this.weights[place] = Math.min(MAX_WEIGHT, (this.weights[place] ?? 0) + weight);
      return;
    }
    if (this.length === this.terms.length) this.grow();
    this.terms[this.length] = term;
    this.weights[this.length] = weight;
    this.length += 1;
    this.places[term] = this.length;
  }

  endPassage(): void {
    this.passages += 1;
    this.starts[this.passages] = this.length;
  }

  /** All postings, those of each of the `termCount` terms in a row; the log is of no use after. */
  async sorted(termCount: number): Promise<Postings & { termStarts: Uint32Array }> {
    const termStarts = this.countTerms(termCount);
    const next = termStarts.slice();
    const numbers = new Uint32Array(this.length);
    const weights = new Uint8Array(this.length);
    for (let passage = 0; passage < this.passages; passage += 1) {
      if (passage % PASSAGES_A_TURN === 0) await setImmediate();
      const end = this.starts[passage + 1] ?? 0;
      for (let at = this.starts[passage] ?? 0; at < end; at += 1) {
        const term = this.terms[at] ?? 0;
        const place = next[term] ?? 0;
        next[term] = place + 1;
        numbers[place] = passage;
        weights[place] = this.weights[at] ?? 0;
      }
    }
    this.release();
    return { numbers, weights, termStarts };
  }

  private countTerms(termCount: number): Uint32Array {
    const starts = new Uint32Array(termCount + 1);
    for (let at = 0; at < this.length; at += 1) {
      const after = (this.terms[at] ?? 0) + 1;
      starts[after] = (starts[after] ?? 0) + 1;
    }
    for (let term = 0; term < termCount; term += 1) {
      starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
    }
    return starts;
  }

  /** Gives the memory back now: the collector would not hurry for what lies outside its heap. */
  private release(): void {
    for (const { buffer } of [this.terms, this.weights, this.places]) buffer.transfer(0);
  }

  private grow(): void {
    this.terms = grown(this.terms);
    this.weights = new Uint8Array(this.weights.buffer.transfer(this.terms.length));
  }
}

/** Twice as long, without a second copy where the allocator can extend the first. */
const grown = (array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> =>
  new Uint32Array(array.buffer.transfer(array.byteLength * 2));
