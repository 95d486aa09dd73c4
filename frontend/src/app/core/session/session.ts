import { computed, inject, Injectable, signal } from '@angular/core';
import { Api } from '../../api/generated/api';
import { getMe } from '../../api/generated/fn/auth/get-me';
import { logout } from '../../api/generated/fn/auth/logout';
import { refreshSession } from '../../api/generated/fn/auth/refresh-session';
import { verifyMagicLink } from '../../api/generated/fn/auth/verify-magic-link';
import type { AccessGrant, SignInProof, User } from '../../api/generated/models';
import { type Problem, problemOf } from '../problem/problem';
import { readSetting, writeSetting } from '../settings';
import { takeEarlyGrant } from './early-grant';

/** `unknown` until the refresh cookie has been tried. */
export type SessionState = 'unknown' | 'signed-in' | 'signed-out';

/** A token is renewed this long before it ends, so that none ends on its way to the server. */
const EARLY_MS = 30_000;

/** In the setting `signed-in` when a sign-out has not reached the server, whose cookie still works. */
const SIGN_OUT_OWED = 'sign-out-owed';

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
  private askingWho: Promise<void> | null = null;
  /** What was asked for before a sign-out is no longer wanted when the answer comes. */
  private signOuts = 0;

  readonly state = this.currentState.asReadonly();
  readonly user = this.currentUser.asReadonly();
  /** Whether somebody is signed in or, until that is known, is likely to be: pages open as for them. */
  readonly isExpected = computed(() => {
    const state = this.currentState();
    return state === 'unknown' ? readSetting('signed-in') === 'yes' : state === 'signed-in';
  });

  /** The token in hand, if any; it may be about to end. */
  token(): string | null {
    return this.accessToken;
  }

  /** A token that lasts a while, or null when nobody is signed in. */
  async freshToken(): Promise<string | null> {
    if (Date.now() > this.expiresAt - EARLY_MS) await this.renew();
    return this.accessToken;
  }

  /** Whether this browser was signed in before; without it the landing page asks for no session. */
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

  /**
   * Forgets token and user at once, whether the server can be told or not (OWASP ASVS 5.0, 14.3.1).
   * What the server could not be told is told with the next attempt to renew: scripts cannot remove
   * the refresh cookie, and it must not sign anybody in again.
   * @returns the problem when the server could not be told
   */
  async signOut(): Promise<Problem | null> {
    this.signOuts += 1;
    const told = this.api.invoke(logout);
    this.end();
    writeSetting('signed-in', SIGN_OUT_OWED);
    try {
      await told;
    } catch (error) {
      return problemOf(error);
    }
    if (this.owesSignOut()) writeSetting('signed-in', null);
    return null;
  }

  /** Who is signed in, asked for where it is not known yet; null when it could not be told. */
  async knownUser(): Promise<User | null> {
    if (this.currentUser() === null) await this.loadUser();
    return this.currentUser();
  }

  /** Replaces what is known of the user, after a change. */
  know(user: User): void {
    this.currentUser.set(user);
  }

  private owesSignOut(): boolean {
    return readSetting('signed-in') === SIGN_OUT_OWED;
  }

  private async tryRefresh(): Promise<Problem | null> {
    if (this.owesSignOut()) return this.signOut();
    const { signOuts } = this;
    try {
      const grant = await this.askForGrant();
      if (signOuts !== this.signOuts) return null;
      this.accept(grant);
      this.currentState.set('signed-in');
      if (this.currentUser() === null) void this.loadUser();
      return null;
    } catch (error) {
      const problem = problemOf(error);
      if (signOuts !== this.signOuts) return null;
      if (problem.status !== 401 && problem.status !== 403) return problem;
      this.end();
      return null;
    }
  }

  private askForGrant(): Promise<AccessGrant> {
    const anew = () => this.api.invoke(refreshSession);
    return takeEarlyGrant()?.catch(anew) ?? anew();
  }

  /** Not awaited by a renewal: a refused request would otherwise wait for itself. */
  private loadUser(): Promise<void> {
    this.askingWho ??= this.askWho().finally(() => {
      this.askingWho = null;
    });
    return this.askingWho;
  }

  private async askWho(): Promise<void> {
    const { signOuts } = this;
    try {
      const user = await this.api.invoke(getMe);
      if (signOuts === this.signOuts) this.currentUser.set(user);
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
