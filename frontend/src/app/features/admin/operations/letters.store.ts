import { inject, Injectable } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { listDeadLetters } from '../../../api/generated/functions';
import type { DeadLetter } from '../../../api/generated/models';
import { PagedList } from '../shared/paged-list';
import { type Sorting, UrlQuery } from '../shared/url-query';

const SORTS = ['deadAt', 'topic', 'attempts'] as const;

/** Mails and other effects that were given up. */
@Injectable()
export class LettersStore {
  private readonly api = inject(Api);
  private readonly url = inject(UrlQuery);

  readonly list = new PagedList<DeadLetter, Sorting<(typeof SORTS)[number]>>(
    () => this.url.sorting(SORTS),
    (query) => this.api.invoke(listDeadLetters, query),
  );
}
