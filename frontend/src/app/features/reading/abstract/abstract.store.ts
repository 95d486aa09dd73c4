import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { getAbstract } from '../../../api/generated/functions';
import type { Abstract } from '../../../api/generated/models';
import { type Problem, problemOf } from '../../../core/problem/problem';

/** The summary in front of the open document. */
@Injectable()
export class AbstractStore {
  private readonly api = inject(Api);
  private readonly loaded = signal<Abstract | null>(null);
  private turn = 0;

  /** Null until it has been loaded. */
  readonly abstract = this.loaded.asReadonly();
  readonly problem = signal<Problem | null>(null);

  /** To be called for every change of the document: the server says whether it still fits. */
  async load(id: string): Promise<void> {
    const turn = ++this.turn;
    this.problem.set(null);
    try {
      const abstract = await this.api.invoke(getAbstract, { id });
      if (turn === this.turn) this.loaded.set(abstract);
    } catch (error) {
      if (turn === this.turn) this.problem.set(problemOf(error));
    }
  }

  /** Takes over what was stored just now; older answers that are under way no longer count. */
  know(abstract: Abstract): void {
    this.turn++;
    this.problem.set(null);
    this.loaded.set(abstract);
  }
}
