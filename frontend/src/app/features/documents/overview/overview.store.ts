import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { getDocumentStats } from '../../../api/generated/fn/documents/get-document-stats';
import { listActivity } from '../../../api/generated/fn/documents/list-activity';
import type { ActivityEvent, DocumentStats } from '../../../api/generated/models';
import { type Problem, problemOf } from '../../../core/problem/problem';

const PER_PAGE = 8;

/** What the reader's documents come to, and what has lately happened to them. */
@Injectable()
export class OverviewStore {
  private readonly api = inject(Api);
  private page = 0;

  /** Null until they are known. */
  readonly stats = signal<DocumentStats | null>(null);
  /** Null until they are known; newest first. */
  readonly events = signal<readonly ActivityEvent[] | null>(null);
  readonly hasEarlier = signal(false);
  readonly busy = signal(false);
  readonly problem = signal<Problem | null>(null);

  /** Anew, from the latest event on. */
  async load(): Promise<void> {
    await this.run(async () => {
      const [stats, activity] = await Promise.all([
        this.api.invoke(getDocumentStats),
        this.api.invoke(listActivity, { page: 1, perPage: PER_PAGE }),
      ]);
      this.page = 1;
      this.stats.set(stats);
      this.events.set(activity.items);
      this.hasEarlier.set(activity.totalPages > 1);
    });
  }

  async loadEarlier(): Promise<void> {
    await this.run(async () => {
      const page = this.page + 1;
      const { items, totalPages } = await this.api.invoke(listActivity, {
        ...{ page, perPage: PER_PAGE },
      });
      this.page = page;
      this.events.update((events) => [...(events ?? []), ...items]);
      this.hasEarlier.set(page < totalPages);
    });
  }

  private async run(step: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await step();
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
