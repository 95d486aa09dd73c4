import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { getPrices, setPrices } from '../../../api/generated/functions';
import type { PriceList } from '../../../api/generated/models';
import { Attempt } from '../shared/attempt';

/** The price list that holds. */
@Injectable()
export class PricesStore {
  private readonly api = inject(Api);

  /** Null until it is known. */
  readonly prices = signal<PriceList | null>(null);
  readonly loading = new Attempt();
  readonly saving = new Attempt();

  async load(): Promise<void> {
    await this.loading.run(async () => {
      this.prices.set(await this.api.invoke(getPrices));
    });
  }

  save(body: PriceList): Promise<boolean> {
    return this.saving.run(async () => {
      this.prices.set(await this.api.invoke(setPrices, { body }));
    });
  }
}
