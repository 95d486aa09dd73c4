/** The queue in Redis: rings that say "there is work", which get lost. */
export class SimulatedBell {
  waiting = 0;
  /** Redis answers. */
  up = true;

  ring(): void {
    if (this.up) this.waiting += 1;
  }

  get canBeHeard(): boolean {
    return this.up && this.waiting > 0;
  }

  hear(): void {
    this.waiting -= 1;
  }

  /** Redis forgets everything. */
  flush(): void {
    this.waiting = 0;
  }
}
