import { foldWord } from './same-word';

/** Stands among words where what is before and behind it does not belong together. */
export const BARRIER = '\uE000';

/** Words that two texts have in common, in the same order. */
export interface SharedRun {
  /** Place of its first word in the text that was asked about. */
  at: number;
  /** Place of its first word among the indexed ones. */
  indexed: number;
  /** In words. */
  length: number;
}

const BASE = 0x01_00_01_93;
/** Words as they are spelt whose number is remembered; passages have many that nobody knows. */
const REMEMBERED = 50_000;

/** `BASE` to the power of `size`, in 32 bits. */
function powerOf(size: number): number {
  let power = 1;
  for (let count = 0; count < size; count += 1) power = Math.imul(power, BASE);
  return power;
}

/** A hash of the last `size` words that goes on word by word (Karp and Rabin). */
class RollingHash {
  value = 0;
  private known = 0;
  private readonly leaving: number;

  constructor(private readonly size: number) {
    this.leaving = powerOf(size);
  }

  /** Takes the next word; tells whether there are `size` of them without a gap. */
  push(word: number, oldest: number): boolean {
    if (word === 0) {
      this.known = 0;
      this.value = 0;
      return false;
    }
    this.value = (Math.imul(this.value, BASE) + word) | 0;
    if (this.known === this.size) {
      this.value = (this.value - Math.imul(oldest, this.leaving)) | 0;
    } else {
      this.known += 1;
    }
    return this.known === this.size;
  }
}

/**
 * The runs of `size` words of a text, to find them again in others, whatever their case, accents
 * and apostrophes. Takes memory for the text alone; a run that stands in it twice is found where it
 * stands first. Every find is compared word by word, so that no hash can invent one.
 */
export class ShingleIndex {
  private readonly numbers = new Map<string, number>();
  private readonly spelt = new Map<string, number>();
  private readonly words: number[] = [];
  private readonly places = new Map<number, number>();
  private readonly hash: RollingHash;

  constructor(private readonly size: number) {
    this.hash = new RollingHash(size);
  }

  /** Adds words behind those that are there; {@link BARRIER} ends a text. */
  add(words: readonly string[]): void {
    for (const word of words) {
      const number = word === BARRIER ? 0 : this.numbered(word);
      this.words.push(number);
      const from = this.words.length - this.size;
      if (!this.hash.push(number, this.words[from - 1] ?? 0)) continue;
      if (!this.places.has(this.hash.value)) this.places.set(this.hash.value, from);
    }
  }

  /** Every run of `size` or more of these words that was added before, without overlaps. */
  runsIn(words: readonly string[]): SharedRun[] {
    const asked = words.map((word) => this.known(word));
    const hash = new RollingHash(this.size);
    const runs: SharedRun[] = [];
    let free = 0;
    for (const [end, number] of asked.entries()) {
      const at = end - this.size + 1;
      if (!hash.push(number, asked[at - 1] ?? 0) || at < free) continue;
      const indexed = this.places.get(hash.value);
      if (indexed === undefined) continue;
      const length = this.common(asked, at, indexed);
      if (length < this.size) continue;
      runs.push({ at, indexed, length });
      free = at + length;
    }
    return runs;
  }

  private common(asked: readonly number[], at: number, indexed: number): number {
    let length = 0;
    for (;;) {
      const word = asked[at + length];
      if (word === undefined || word === 0 || word !== this.words[indexed + length]) return length;
      length += 1;
    }
  }

  private numbered(word: string): number {
    const folded = foldWord(word);
    const number = this.numbers.get(folded) ?? this.numbers.size + 1;
    this.numbers.set(folded, number);
    return number;
  }

  /** 0 for a word that was never added. */
  private known(word: string): number {
    if (word === BARRIER) return 0;
    const remembered = this.spelt.get(word);
    if (remembered !== undefined && remembered > 0) return remembered;
    const number = this.numbers.get(foldWord(word)) ?? 0;
    if (this.spelt.size >= REMEMBERED) this.spelt.clear();
    this.spelt.set(word, number);
    return number;
  }
}
