import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { listDocumentFacts } from '../../../api/generated/functions';
import type { PaidSum } from '../../../api/generated/models';
import { Pricing } from '../../../core/pricing/pricing';

/** What the writing of a document costs its owner. */
@Injectable()
export class JobCostStore {
  private readonly api = inject(Api);
  private readonly pricing = inject(Pricing);

  /** What was paid, one sum a currency; empty where nothing is to be paid; null until it is known. */
  readonly paid = signal<readonly PaidSum[] | null>(null);

  /** The page does without what cannot be told just now. */
  async load(documentId: string): Promise<void> {
    try {
      this.paid.set(await this.ask(documentId));
    } catch {
      this.paid.set(null);
    }
  }

  private async ask(documentId: string): Promise<readonly PaidSum[] | null> {
    if (!(await this.pricing.load()).enabled) return [];
    const { items } = await this.api.invoke(listDocumentFacts, { ids: documentId });
    const sums = items[0]?.paid.filter(({ amount }) => amount > 0) ?? [];
    return sums.length > 0 ? sums : null;
  }
}
