import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { estimateGeneration } from '../../../api/generated/functions';
import type { GenerationEstimate } from '../../../api/generated/models';

/** What writing the open document will come to. */
@Injectable()
export class EstimateStore {
  private readonly api = inject(Api);
  private turn = 0;

  /** Undefined until it is known; null when nobody can tell just now, which is no reason to wait. */
  readonly estimate = signal<GenerationEstimate | null | undefined>(undefined);

  async load(documentId: string): Promise<void> {
    const turn = ++this.turn;
    const estimate = await this.api
      .invoke(estimateGeneration, { body: { documentId } })
      .catch(() => null);
    if (turn === this.turn) this.estimate.set(estimate);
  }
}
