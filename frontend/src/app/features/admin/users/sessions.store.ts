import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { endSessionOfUser, listSessionsOfUser } from '../../../api/generated/functions';
import type { UserSession } from '../../../api/generated/models';
import { Attempt } from '../shared/attempt';
import { PagedList } from '../shared/paged-list';
import { type Sorting, UrlQuery } from '../shared/url-query';

/** Of the account, and how many sessions it has. */
interface Account {
  userId: string;
  sessions: number;
}

const SORTS = ['createdAt', 'lastUsedAt'] as const;

/** Where one account is signed in. */
@Injectable()
export class SessionsStore {
  private readonly api = inject(Api);
  private readonly url = inject(UrlQuery);

  /** Another number of sessions has them listed anew. */
  readonly of = signal<Account>({ userId: '', sessions: 0 });
  readonly ending = new Attempt();
  readonly list = new PagedList<UserSession, Partial<Account> & Sorting<(typeof SORTS)[number]>>(
    () => ({ ...this.of(), ...this.url.sorting(SORTS) }),
    async ({ userId: id = '', page, perPage, sort, order }) => {
      if (id === '') return { items: [], total: 0, page: 1, totalPages: 0 };
      return this.api.invoke(listSessionsOfUser, { id, page, perPage, sort, order });
    },
  );

  end(sessionId: string): Promise<boolean> {
    return this.ending.run(async () => {
      await this.api.invoke(endSessionOfUser, { id: this.of().userId, sessionId });
    });
  }
}
