import { inject, Injectable } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { listInstitutions, setInstitution } from '../../../api/generated/functions';
import type { Institution, NewInstitution } from '../../../api/generated/models';
import { Attempt } from '../shared/attempt';
import { PagedList } from '../shared/paged-list';
import { type Sorting, UrlQuery } from '../shared/url-query';

const SORTS = ['name', 'mailDomain', 'pagesPerMonth'] as const;

/** Institutions that pay for pages of their students. */
@Injectable()
export class InstitutionsStore {
  private readonly api = inject(Api);
  private readonly url = inject(UrlQuery);

  readonly attempt = new Attempt();
  readonly list = new PagedList<Institution, Sorting<(typeof SORTS)[number]>>(
    () => this.url.sorting(SORTS),
    (query) => this.api.invoke(listInstitutions, query),
  );

  /** Told twice, it is the same: the mail domain says which one. */
  set(body: NewInstitution): Promise<boolean> {
    return this.attempt.run(async () => {
      await this.api.invoke(setInstitution, { body });
      await this.list.load();
    });
  }
}
