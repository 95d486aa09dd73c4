import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { getStats } from '../../../api/generated/functions';
import type { AdminStats } from '../../../api/generated/models';
import { Attempt } from '../shared/attempt';

/** How it goes, in figures. */
@Injectable()
export class OverviewStore {
  private readonly api = inject(Api);

  /** Null until they are known. */
  readonly stats = signal<AdminStats | null>(null);
  readonly loading = new Attempt();

  /** @param days of the series, to today */
  async load(days: number): Promise<void> {
    await this.loading.run(async () => {
      this.stats.set(await this.api.invoke(getStats, { days }));
    });
  }
}
