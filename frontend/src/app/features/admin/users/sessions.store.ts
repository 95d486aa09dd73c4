import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { endSessionOfUser, listSessionsOfUser } from '../../../api/generated/functions';
import type { UserSession } from '../../../api/generated/models';
import { Attempt } from '../shared/attempt';
import { PagedList } from '../shared/paged-list';

/** Where one account is signed in. */
@Injectable()
export class SessionsStore {
  private readonly api = inject(Api);

  /** Of the account, and how many sessions it has; another number has them listed anew. */
  readonly of = signal({ userId: '', sessions: 0 });
  readonly ending = new Attempt();
  readonly list = new PagedList<UserSession>(
    () => this.of(),
    async ({ page, perPage }) => {
      const id = this.of().userId;
      if (id === '') return { items: [], total: 0, page: 1, totalPages: 0 };
      return this.api.invoke(listSessionsOfUser, { id, page, perPage });
    },
  );

  end(sessionId: string): Promise<boolean> {
    return this.ending.run(async () => {
      await this.api.invoke(endSessionOfUser, { id: this.of().userId, sessionId });
    });
  }
}
