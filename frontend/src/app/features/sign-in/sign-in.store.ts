import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../api/generated/api';
import { requestMagicLink } from '../../api/generated/functions';
import type { SignInProof } from '../../api/generated/models';
import { type Problem, problemOf } from '../../core/problem/problem';
import { Session } from '../../core/session/session';
import { readSetting, writeSetting } from '../../core/settings';
import { safeReturnUrl } from '../../core/session/return-url';

/** One attempt to sign in: a mail is asked for, then its link or its code is redeemed. */
@Injectable()
export class SignInStore {
  private readonly api = inject(Api);
  private readonly session = inject(Session);

  /** The address the mail went to, once it has. */
  readonly sentTo = signal<string | null>(null);
  readonly busy = signal(false);
  readonly problem = signal<Problem | null>(null);

  /** The link opens in a tab of its own, which has to know where the reader wanted to go. */
  async requestMail(email: string, returnUrl: string | undefined): Promise<void> {
    await this.run(async () => {
      await this.api.invoke(requestMagicLink, { body: { email } });
      writeSetting('return-url', returnUrl ?? null);
      this.sentTo.set(email);
    });
  }

  /** @returns where to go now, or null if the proof was refused */
  async redeem(proof: SignInProof): Promise<string | null> {
    return this.run(async () => {
      await this.session.verify(proof);
      return this.takeReturnUrl();
    });
  }

  /** The link was opened in another tab of this browser. */
  async joinOtherTab(): Promise<string | null> {
    await this.session.renew();
    return this.session.token() === null ? null : this.takeReturnUrl();
  }

  startOver(): void {
    this.sentTo.set(null);
    this.problem.set(null);
  }

  private takeReturnUrl(): string {
    const returnUrl = safeReturnUrl(readSetting('return-url'));
    writeSetting('return-url', null);
    return returnUrl;
  }

  private async run<Result>(step: () => Promise<Result>): Promise<Result | null> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      return await step();
    } catch (error) {
      this.problem.set(problemOf(error));
      return null;
    } finally {
      this.busy.set(false);
    }
  }
}
