import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../api/generated/api';
import { getMe, updateMe } from '../../api/generated/functions';
import type { Me, UpdateMe } from '../../api/generated/models';
import { type Problem, problemOf } from '../../core/problem/problem';
import { Session } from '../../core/session/session';

@Injectable()
export class AccountStore {
  private readonly api = inject(Api);
  private readonly session = inject(Session);

  readonly me = signal<Me | null>(null);
  readonly busy = signal(false);
  readonly saved = signal(false);
  readonly problem = signal<Problem | null>(null);

  /** Fetches the user anew: the tokens used today change with every page that is written. */
  async load(): Promise<void> {
    try {
      const me = await this.api.invoke(getMe);
      this.me.set(me);
      this.session.know(me);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  async save(body: UpdateMe): Promise<void> {
    this.busy.set(true);
    this.saved.set(false);
    this.problem.set(null);
    try {
      this.session.know(await this.api.invoke(updateMe, { body }));
      this.saved.set(true);
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
