import { inject, Injectable } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { exportUsers, listUsers } from '../../../api/generated/functions';
import type { AdminUser } from '../../../api/generated/models';
import { PagedList } from '../shared/paged-list';
import { type Sorting, UrlQuery } from '../shared/url-query';

const SORTS = ['createdAt', 'email', 'tokensUsedToday'] as const;
export const ROLES = ['student', 'admin'] as const;
export const BLOCKED = ['true', 'false'] as const;

interface Filters extends Sorting<(typeof SORTS)[number]> {
  search?: string;
  role?: AdminUser['role'];
  blocked?: (typeof BLOCKED)[number];
}

/** The accounts. */
@Injectable()
export class UsersStore {
  private readonly api = inject(Api);
  private readonly url = inject(UrlQuery);

  readonly list = new PagedList<AdminUser, Filters>(
    () => ({
      search: this.url.get('search'),
      role: this.url.oneOf('role', ROLES),
      blocked: this.url.oneOf('blocked', BLOCKED),
      ...this.url.sorting(SORTS),
    }),
    (query) => this.api.invoke(listUsers, query),
    ({ search, role, blocked }) => this.api.invoke(exportUsers, { search, role, blocked }),
  );
}
