import { Injectable } from '@nestjs/common';
import { originOf } from '../../audit';
import { AccessTokens } from '../access/access-tokens';
import { bearerToken } from '../access/bearer-token';
import type { Exchange } from '../http-exchange';
import { isSecret } from '../secrets';
import { EndSession } from './end-session';
import { RefreshTokensRepository } from './refresh-tokens.repository';
import { SessionCookies } from './session-cookies';

/** Ends the session that the cookie or the access token belongs to; both, if they differ. */
@Injectable()
export class Logout {
  constructor(
    private readonly cookies: SessionCookies,
    private readonly refreshTokens: RefreshTokensRepository,
    private readonly accessTokens: AccessTokens,
    private readonly endSession: EndSession,
  ) {}

  async run({ request, response }: Exchange): Promise<void> {
    const cookie = this.cookies.refreshToken(request);
    const byCookie = isSecret(cookie) ? await this.refreshTokens.find(cookie) : undefined;
    const sessions = new Set([byCookie?.sessionId, this.sessionOfBearer(request)]);
    for (const sessionId of sessions) {
      if (sessionId !== undefined)
        await this.endSession.run(sessionId, 'signed_out', originOf(request));
    }
    this.cookies.clearRefreshToken(response);
    this.cookies.clearSignInSecret(response);
  }

  private sessionOfBearer(request: Exchange['request']): string | undefined {
    const token = bearerToken(request);
    try {
      return token && this.accessTokens.verify(token).sessionId;
    } catch {
      // an expired token is no reason to refuse a sign-out
      return undefined;
    }
  }
}
