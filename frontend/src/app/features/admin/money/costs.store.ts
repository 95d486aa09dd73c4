import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { exportCosts, getCosts } from '../../../api/generated/functions';
import type { CostGroup, CostReport, CostSums } from '../../../api/generated/models';
import { PagedList } from '../shared/paged-list';
import { type Sorting, UrlQuery } from '../shared/url-query';
import { COST_COUNTS } from './cost-columns';

export type Grouping = CostReport['groupBy'];

export const GROUPINGS: readonly Grouping[] = [
  ...(['day', 'week', 'month', 'model', 'user', 'institution'] as const),
];

interface Filters extends Sorting<(typeof COST_COUNTS)[number]> {
  groupBy?: Grouping;
  from?: string;
  to?: string;
}

/** What the models cost, by time or by whom. */
@Injectable()
export class CostsStore {
  private readonly api = inject(Api);
  private readonly url = inject(UrlQuery);

  /** Of all pages; null until they are known. */
  readonly totals = signal<CostSums | null>(null);
  /** Of the shown page, which the address may be ahead of. */
  readonly grouping = signal<Grouping>('day');
  readonly list = new PagedList<CostGroup, Filters>(
    () => ({
      groupBy: this.url.oneOf('groupBy', GROUPINGS),
      from: this.url.get('from'),
      to: this.url.get('to'),
      ...this.url.sorting(COST_COUNTS),
    }),
    async (query) => {
      const report = await this.api.invoke(getCosts, query);
      this.totals.set(report.totals);
      this.grouping.set(report.groupBy);
      return report;
    },
    ({ groupBy, from, to }) => this.api.invoke(exportCosts, { groupBy, from, to }),
  );
}
