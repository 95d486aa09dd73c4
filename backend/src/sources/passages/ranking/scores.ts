/** Set beside the number of shared words when one of them tells passages from one another. */
const TELLING = 0x80;

/** What passages have gathered of one query; kept from query to query to save the memory. */
export class Scores {
  private score = new Float32Array(0);
  /** Sum of the weights of the shared words. */
  private weight = new Float32Array(0);
  private shared = new Uint8Array(0);

  /** Forgets the last query. */
  begin(size: number): void {
    if (size > this.score.length) {
      this.score = new Float32Array(size);
      this.weight = new Float32Array(size);
      this.shared = new Uint8Array(size);
      return;
    }
    this.score.fill(0, 0, size);
    this.weight.fill(0, 0, size);
    this.shared.fill(0, 0, size);
  }

  add(number: number, score: number): void {
    this.score[number] = this.scoreOf(number) + score;
  }

  /** The passage has one more significant word of the query. */
  share(number: number, weight: number, telling: boolean): void {
    this.weight[number] = this.weightOf(number) + weight;
    this.shared[number] = ((this.shared[number] ?? 0) + 1) | (telling ? TELLING : 0);
  }

  scoreOf(number: number): number {
    return this.score[number] ?? 0;
  }

  weightOf(number: number): number {
    return this.weight[number] ?? 0;
  }

  /** How many significant words of the query a passage has. */
  sharedOf(number: number): number {
    return (this.shared[number] ?? 0) & ~TELLING;
  }

  isTelling(number: number): boolean {
    return ((this.shared[number] ?? 0) & TELLING) !== 0;
  }
}
