import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../api/generated/api';
import { endOtherSessions, endSession, listSessions } from '../../api/generated/functions';
import type { SessionPage } from '../../api/generated/models';
import { type Problem, problemOf } from '../../core/problem/problem';

const PER_PAGE = 20;

/** Where the reader is signed in. */
@Injectable()
export class SessionsStore {
  private readonly api = inject(Api);

  /** Null until it has been loaded. */
  readonly page = signal<SessionPage | null>(null);
  /** The id of the session that is being ended, or `others`. */
  readonly busy = signal<string | null>(null);
  /** What has just been ended. */
  readonly ended = signal<'one' | 'others' | null>(null);
  readonly problem = signal<Problem | null>(null);

  async load(page = 1): Promise<void> {
    this.ended.set(null);
    this.problem.set(null);
    try {
      await this.fetch(page);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  /** @returns whether the session is over; one that was over before is as good */
  async end(sessionId: string): Promise<boolean> {
    return this.run(sessionId, 'one', async () => {
      try {
        await this.api.invoke(endSession, { sessionId });
      } catch (error) {
        if (problemOf(error).status !== 404) throw error;
      }
      await this.fetch(this.page()?.page ?? 1);
    });
  }

  /** @returns whether only this browser is signed in now */
  async endOthers(): Promise<boolean> {
    return this.run('others', 'others', async () => {
      await this.api.invoke(endOtherSessions);
      await this.fetch(1);
    });
  }

  /** The last page there is, when the one asked for has become empty. */
  private async fetch(page: number): Promise<void> {
    const found = await this.api.invoke(listSessions, { page, perPage: PER_PAGE });
    if (found.items.length === 0 && page > 1) await this.fetch(Math.max(1, found.totalPages));
    else this.page.set(found);
  }

  private async run(
    busy: string,
    ended: 'one' | 'others',
    step: () => Promise<void>,
  ): Promise<boolean> {
    if (this.busy() !== null) return false;
    this.busy.set(busy);
    this.ended.set(null);
    this.problem.set(null);
    try {
      await step();
      this.ended.set(ended);
      return true;
    } catch (error) {
      this.problem.set(problemOf(error));
      return false;
    } finally {
      this.busy.set(null);
    }
  }
}
