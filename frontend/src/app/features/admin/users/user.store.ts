import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import {
  blockUser,
  changeUser,
  endSessionsOfUser,
  getUser,
  unblockUser,
} from '../../../api/generated/functions';
import type { AdminUserDetails, ChangeUser } from '../../../api/generated/models';
import { Attempt } from '../shared/attempt';

/** One account, and what admins may do with it. */
@Injectable()
export class UserStore {
  private readonly api = inject(Api);

  /** Null until it is known. */
  readonly user = signal<AdminUserDetails | null>(null);
  readonly loading = new Attempt();
  readonly acting = new Attempt();
  /** Of the allowance, which has a form of its own. */
  readonly saving = new Attempt();

  async load(id: string): Promise<void> {
    await this.loading.run(() => this.look(id));
  }

  block(reason: string): Promise<boolean> {
    return this.act((id) => this.api.invoke(blockUser, { id, body: { reason } }));
  }

  unblock(): Promise<boolean> {
    return this.act((id) => this.api.invoke(unblockUser, { id }));
  }

  endSessions(): Promise<boolean> {
    return this.act((id) => this.api.invoke(endSessionsOfUser, { id }));
  }

  setRole(role: AdminUserDetails['role']): Promise<boolean> {
    return this.act((id) => this.change(id, { role }));
  }

  /** @param dailyTokenLimit null: what holds for everybody */
  setAllowance(dailyTokenLimit: number | null): Promise<boolean> {
    return this.act((id) => this.change(id, { dailyTokenLimit }), this.saving);
  }

  private change(id: string, body: ChangeUser): Promise<object> {
    return this.api.invoke(changeUser, { id, body });
  }

  private async act(act: (id: string) => Promise<object>, attempt = this.acting): Promise<boolean> {
    const id = this.user()?.id;
    if (id === undefined) return false;
    return attempt.run(async () => {
      await act(id);
      await this.look(id);
    });
  }

  private async look(id: string): Promise<void> {
    this.user.set(await this.api.invoke(getUser, { id }));
  }
}
