import { inject, Injectable } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { blockUser, changeRole, listUsers, unblockUser } from '../../../api/generated/functions';
import type { AdminUser } from '../../../api/generated/models';
import { Attempt } from '../shared/attempt';
import { PagedList } from '../shared/paged-list';
import { UrlQuery } from '../shared/url-query';

const SORTS = ['createdAt', '-createdAt', 'email', '-email'] as const;

/** The accounts, and what admins may do with them. */
@Injectable()
export class UsersStore {
  private readonly api = inject(Api);
  private readonly url = inject(UrlQuery);

  readonly attempt = new Attempt();
  readonly list = new PagedList<AdminUser, { search?: string; sort?: (typeof SORTS)[number] }>(
    () => ({ search: this.url.get('search'), sort: this.url.oneOf('sort', SORTS) }),
    (query) => this.api.invoke(listUsers, query),
  );

  block(id: string, reason: string): Promise<boolean> {
    return this.change(() => this.api.invoke(blockUser, { id, body: { reason } }));
  }

  unblock(id: string): Promise<boolean> {
    return this.change(() => this.api.invoke(unblockUser, { id }));
  }

  setRole(id: string, role: AdminUser['role']): Promise<boolean> {
    return this.change(() => this.api.invoke(changeRole, { id, body: { role } }));
  }

  private change(act: () => Promise<AdminUser>): Promise<boolean> {
    return this.attempt.run(async () => {
      await act();
      await this.list.load();
    });
  }
}
