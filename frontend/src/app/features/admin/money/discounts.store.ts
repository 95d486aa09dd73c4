import { inject, Injectable } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { createDiscountCode, listDiscountCodes } from '../../../api/generated/functions';
import type { DiscountCode, NewDiscountCode } from '../../../api/generated/models';
import { creating } from '../../../core/http/request-options';
import { Attempt } from '../shared/attempt';
import { PagedList } from '../shared/paged-list';
import { type Sorting, UrlQuery } from '../shared/url-query';

const SORTS = ['createdAt', 'code', 'percent', 'uses'] as const;

/** Discount codes. */
@Injectable()
export class DiscountsStore {
  private readonly api = inject(Api);
  private readonly url = inject(UrlQuery);

  readonly attempt = new Attempt();
  readonly list = new PagedList<DiscountCode, Sorting<(typeof SORTS)[number]>>(
    () => this.url.sorting(SORTS),
    (query) => this.api.invoke(listDiscountCodes, query),
  );

  create(body: NewDiscountCode): Promise<boolean> {
    return this.attempt.run(async () => {
      await this.api.invoke(createDiscountCode, { body }, creating());
      await this.list.load();
    });
  }
}
