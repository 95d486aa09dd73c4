import { Inject, Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { CONFIGURATION, type Configuration } from '../../config';
import { REFRESH_TOKEN_DAYS } from './refresh-tokens.repository';

const SIGN_IN = 'tesigo_signin';
const REFRESH = 'tesigo_refresh';

const DAY_MS = 86_400_000;

/** The two cookies of the auth routes. Scripts cannot read them, no other route receives them. */
@Injectable()
export class SessionCookies {
  private readonly shared: CookieOptions;

  constructor(@Inject(CONFIGURATION) { http }: Configuration) {
    this.shared = { httpOnly: true, secure: http.secure, path: '/api/v1/auth' };
  }

  /** The secret that binds a sign-in attempt to this browser. */
  signInSecret(request: Request): unknown {
    return (request.cookies as Record<string, unknown>)[SIGN_IN];
  }

  setSignInSecret(response: Response, secret: string, maxAge: number): void {
    response.cookie(SIGN_IN, secret, { ...this.shared, sameSite: 'lax', maxAge: maxAge * 1000 });
  }

  clearSignInSecret(response: Response): void {
    response.clearCookie(SIGN_IN, { ...this.shared, sameSite: 'lax' });
  }

  refreshToken(request: Request): string | undefined {
    const value = (request.cookies as Record<string, unknown>)[REFRESH];
    return typeof value === 'string' ? value : undefined;
  }

  setRefreshToken(response: Response, token: string): void {
    const maxAge = REFRESH_TOKEN_DAYS * DAY_MS;
    response.cookie(REFRESH, token, { ...this.shared, sameSite: 'strict', maxAge });
  }

  clearRefreshToken(response: Response): void {
    response.clearCookie(REFRESH, { ...this.shared, sameSite: 'strict' });
  }
}
