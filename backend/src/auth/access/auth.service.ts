import { Injectable } from '@nestjs/common';
import { ProblemException } from '../../common';
import { SessionsRepository } from '../session/sessions.repository';
import { type AccessClaims, AccessTokens } from './access-tokens';
import { type AuthenticatedPrincipal, PrincipalCache } from './principal-cache';

export function sessionEnded(): ProblemException {
  return new ProblemException('SESSION_ENDED', 'You are signed out. Sign in again to go on.');
}

/** Who is calling. */
@Injectable()
export class AuthService {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly cache: PrincipalCache,
    private readonly sessions: SessionsRepository,
  ) {}

  /**
   * Whom an access token speaks for, its session alive and its account not blocked. For callers
   * without a guard, such as the first message of a WebSocket.
   * @throws ProblemException UNAUTHENTICATED, SESSION_ENDED
   */
  async authenticate(accessToken: string): Promise<AuthenticatedPrincipal> {
    return (
      this.cache.get(accessToken) ?? this.establish(accessToken, this.tokens.verify(accessToken))
    );
  }

  /**
   * Asks the database about a genuine token's session and account.
   * @throws ProblemException SESSION_ENDED
   */
  async establish(accessToken: string, claims: AccessClaims): Promise<AuthenticatedPrincipal> {
    const asOf = this.cache.now;
    const role = await this.sessions.roleIn(claims.sessionId, claims.userId);
    if (role === undefined) throw sessionEnded();
    const principal = { ...claims, role };
    this.cache.put(accessToken, principal, asOf);
    return principal;
  }
}
