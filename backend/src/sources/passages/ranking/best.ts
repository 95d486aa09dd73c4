/** A passage by its number, and its score. */
export interface Scored {
  number: number;
  score: number;
}

const isBetter = (one: Scored, other: Scored): boolean =>
  one.score > other.score || (one.score === other.score && one.number < other.number);

/** The best of what it is shown, as many as asked for: a heap with the worst of them on top. */
export class Best {
  private readonly heap: Scored[] = [];

  constructor(private readonly limit: number) {}

  offer(number: number, score: number): void {
    const { heap, limit } = this;
    const [worst] = heap;
    const scored = { number, score };
    if (heap.length < limit) {
      heap.push(scored);
      this.rise(heap.length - 1);
    } else if (worst !== undefined && isBetter(scored, worst)) {
      heap[0] = scored;
      this.sink(0);
    }
  }

  /** Best first; of equals the lowest number. */
  ranked(): Scored[] {
    return [...this.heap].sort((one, other) => (isBetter(one, other) ? -1 : 1));
  }

  private rise(start: number): void {
    for (let at = start; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!this.swapIfBetter(parent, at)) return;
      at = parent;
    }
  }

  private sink(start: number): void {
    for (let at = start; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const worse = this.isWorse(right, left) ? right : left;
      if (!this.swapIfBetter(at, worse)) return;
      at = worse;
    }
  }

  private isWorse(at: number, than: number): boolean {
    const [one, other] = [this.heap[at], this.heap[than]];
    return one !== undefined && other !== undefined && isBetter(other, one);
  }

  /** Whether the upper of two places held the better passage, and no longer does. */
  private swapIfBetter(upper: number, lower: number): boolean {
    const [above, below] = [this.heap[upper], this.heap[lower]];
    if (above === undefined || below === undefined || !isBetter(above, below)) return false;
    this.heap[upper] = below;
    this.heap[lower] = above;
    return true;
  }
}
