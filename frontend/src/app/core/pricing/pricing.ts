import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../api/generated/api';
import { getPricing } from '../../api/generated/fn/payment/get-pricing';
import type { Pricing as PriceList } from '../../api/generated/models';

/** What writing costs here, asked once for all pages that say it. */
@Injectable({ providedIn: 'root' })
export class Pricing {
  private readonly api = inject(Api);
  private readonly loaded = signal<PriceList | null>(null);
  private asking: Promise<PriceList> | null = null;

  /** Null until it is known. */
  readonly list = this.loaded.asReadonly();

  /** Pages that ask together share one request; one that fails is asked again by the next. */
  load(): Promise<PriceList> {
    this.asking ??= this.ask().catch((error: unknown) => {
      this.asking = null;
      throw error;
    });
    return this.asking;
  }

  /** For pages that can do without. */
  async tryToLoad(): Promise<void> {
    await this.load().catch(() => undefined);
  }

  private async ask(): Promise<PriceList> {
    const list = await this.api.invoke(getPricing);
    this.loaded.set(list);
    return list;
  }
}
