import { signal } from '@angular/core';
import { type Problem, problemOf } from '../../../core/problem/problem';

/** What an admin does on a page: one thing at a time, and what came of it. */
export class Attempt {
  private readonly current = signal(false);
  /** Beside the signal, which an effect that begins something would otherwise wait for. */
  private running = false;

  readonly busy = this.current.asReadonly();
  readonly problem = signal<Problem | null>(null);

  /** @returns whether it was done; nothing is, while something else is under way */
  async run(act: () => Promise<void>): Promise<boolean> {
    if (this.running) return false;
    this.running = true;
    this.current.set(true);
    this.problem.set(null);
    try {
      await act();
      return true;
    } catch (error) {
      this.problem.set(problemOf(error));
      return false;
    } finally {
      this.running = false;
      this.current.set(false);
    }
  }
}
