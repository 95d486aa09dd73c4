import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { getHealth, reloadConfiguration } from '../../../api/generated/functions';
import type { AdminHealth, Reloaded } from '../../../api/generated/models';
import { type Problem, problemOf } from '../../../core/problem/problem';
import { Attempt } from '../shared/attempt';

/** Whether all that the product stands on answers. */
@Injectable()
export class SystemStore {
  private readonly api = inject(Api);

  /** Null until it is known. */
  readonly health = signal<AdminHealth | null>(null);
  readonly problem = signal<Problem | null>(null);
  readonly reloading = new Attempt();
  /** What the last reload has reached. */
  readonly reloaded = signal<Reloaded | null>(null);

  async look(): Promise<void> {
    try {
      this.health.set(await this.api.invoke(getHealth));
      this.problem.set(null);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  /** Has every process read the settings again. */
  async reload(): Promise<void> {
    this.reloaded.set(null);
    await this.reloading.run(async () => {
      this.reloaded.set(await this.api.invoke(reloadConfiguration));
    });
  }
}
