import { inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Api } from '../../api/generated/api';
import { deleteAccount, downloadPersonalData } from '../../api/generated/functions';
import { SaveFile } from '../../core/download/save-file';
import { type Problem, problemOf } from '../../core/problem/problem';
import { Session } from '../../core/session/session';

/** What the reader has here: to take along, and to have deleted. */
@Injectable()
export class OwnDataStore {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly saveFile = inject(SaveFile);
  private readonly session = inject(Session);

  readonly busy = signal<'archive' | 'deletion' | null>(null);
  readonly problem = signal<Problem | null>(null);

  async archive(): Promise<void> {
    await this.run('archive', async () => {
      this.saveFile.run(await this.api.invoke(downloadPersonalData), 'tesigo-data.zip');
    });
  }

  async delete(email: string): Promise<void> {
    await this.run('deletion', async () => {
      await this.api.invoke(deleteAccount, { body: { email } });
      // first away from what is the account's: a session that ends there asks to sign in again
      await this.router.navigateByUrl('/farewell');
      await this.session.signOut();
    });
  }

  private async run(busy: 'archive' | 'deletion', work: () => Promise<void>): Promise<void> {
    this.busy.set(busy);
    this.problem.set(null);
    try {
      await work();
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(null);
    }
  }
}
