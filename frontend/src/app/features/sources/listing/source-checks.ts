import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { Source } from '../../../api/generated/models';
import type { Problem } from '../../../core/problem/problem';
import { SourcesStore } from '../sources.store';

/** As many checks in a row without an answer say that the services are away, not the works. */
const GIVE_UP_AFTER = 3;

/** `silent`: no service answered any more; `problem`: our own refused, as for too many at once. */
export type RunState = 'running' | 'done' | 'stopped' | 'silent' | 'problem';

export interface CheckRun {
  state: RunState;
  total: number;
  done: number;
  /** The title that is being looked for. */
  current: string;
  problem: Problem | null;
}

/** Checks many sources, one after the other: the services behind it want to be asked gently. */
@Injectable()
export class SourceChecks {
  private readonly store = inject(SourcesStore);

  /** Null before the first one. */
  readonly run = signal<CheckRun | null>(null);

  constructor() {
    // nobody could stop what nobody sees
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  async start(sources: readonly Source[]): Promise<void> {
    if (this.run()?.state === 'running') return;
    this.run.set({
      state: 'running',
      total: sources.length,
      done: 0,
      current: '',
      problem: null,
    });
    let silent = 0;
    for (const source of sources) {
      this.change({ current: source.title });
      const problem = await this.store.check(source);
      if (this.run()?.state !== 'running') return;
      // a source that somebody removed meanwhile needs no check any more
      if (problem !== null && problem.status !== 404) {
        // said once, for the whole run
        this.store.forget(source.id);
        this.change({ state: 'problem', problem });
        return;
      }
      this.change({ done: (this.run()?.done ?? 0) + 1 });
      silent = this.isUnanswered(source) ? silent + 1 : 0;
      if (silent >= GIVE_UP_AFTER) {
        this.change({ state: 'silent' });
        return;
      }
    }
    this.change({ state: 'done' });
  }

  /** The check under way still comes to its end. */
  stop(): void {
    if (this.run()?.state === 'running') this.change({ state: 'stopped' });
  }

  private isUnanswered({ id }: Source): boolean {
    const source = this.store.sources()?.find((one) => one.id === id);
    return source?.check?.state === 'unchecked';
  }

  private change(change: Partial<CheckRun>): void {
    this.run.update((run) => run && { ...run, ...change });
  }
}
