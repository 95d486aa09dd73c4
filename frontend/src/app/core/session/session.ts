import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../api/generated/api';
import { getMe, logout, refreshSession, verifyMagicLink } from '../../api/generated/functions';
import type { AccessGrant, SignInProof, User } from '../../api/generated/models';
import { type Problem, problemOf } from '../problem/problem';
import { readSetting, writeSetting } from '../settings';

/** `unknown` until the refresh cookie has been tried. */
export type SessionState = 'unknown' | 'signed-in' | 'signed-out';

/** A token is renewed this long before it ends, so that none ends on its way to the server. */
const EARLY_MS = 30_000;

/**
 * Who is signed in. The access token lives in memory only; after a reload the HttpOnly refresh
 * cookie yields a new one.
 */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly api = inject(Api);
  private readonly currentState = signal<SessionState>('unknown');
  private readonly currentUser = signal<User | null>(null);
  private accessToken: string | null = null;
  private expiresAt = 0;
  private refreshing: Promise<Problem | null> | null = null;

  readonly state = this.currentState.asReadonly();
  readonly user = this.currentUser.asReadonly();

  /** The token in hand, if any; it may be about to end. */
  token(): string | null {
    return this.accessToken;
  }

  /** A token that lasts a while, or null when nobody is signed in. */
  async freshToken(): Promise<string | null> {
    if (Date.now() > this.expiresAt - EARLY_MS) await this.renew();
    return this.accessToken;
  }

  /** Whether this browser was signed in before; without it the landing page asks the API nothing. */
  wasSignedIn(): boolean {
    return readSetting('signed-in') !== null;
  }

  /**
   * Tries the refresh cookie; callers that come together share one attempt.
   * @returns the problem when the answer is neither yes nor no (offline, too many requests)
   */
  renew(): Promise<Problem | null> {
    this.refreshing ??= this.tryRefresh().finally(() => {
      this.refreshing = null;
    });
    return this.refreshing;
  }

  async verify(proof: SignInProof): Promise<void> {
    const answer = await this.api.invoke(verifyMagicLink, { body: proof });
    this.accept(answer);
    this.currentUser.set(answer.user);
    this.currentState.set('signed-in');
  }

  async signOut(): Promise<void> {
    await this.api.invoke(logout);
    this.end();
  }

  /** Replaces what is known of the user, after a change. */
  know(user: User): void {
    this.currentUser.set(user);
  }

  private async tryRefresh(): Promise<Problem | null> {
    try {
      this.accept(await this.api.invoke(refreshSession));
      this.currentState.set('signed-in');
      if (this.currentUser() === null) void this.loadUser();
      return null;
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status !== 401 && problem.status !== 403) return problem;
      this.end();
      return null;
    }
  }

  /** Not awaited by a renewal: a refused request would otherwise wait for itself. */
  private async loadUser(): Promise<void> {
    try {
      this.currentUser.set(await this.api.invoke(getMe));
    } catch {
      // the header shows no address then; the session works all the same
    }
  }

  private accept({ accessToken, expiresIn }: AccessGrant): void {
    this.accessToken = accessToken;
    this.expiresAt = Date.now() + expiresIn * 1000;
    writeSetting('signed-in', 'yes');
  }

  private end(): void {
    this.accessToken = null;
    this.expiresAt = 0;
    writeSetting('signed-in', null);
    this.currentUser.set(null);
    this.currentState.set('signed-out');
  }
}
