import { Injectable, Logger } from '@nestjs/common';
import { originOf, type RequestOrigin } from '../../audit';
import { clientAddress, RateLimiter } from '../../rate-limit';
import { sessionEnded } from '../access/auth.service';
import type { Exchange } from '../http-exchange';
import { isSecret } from '../secrets';
import { EndSession } from './end-session';
import { RefreshTokensRepository } from './refresh-tokens.repository';
import { SessionCookies } from './session-cookies';
import { SessionTokens } from './session-tokens';

/** Exchanges the refresh token for its successor and a fresh access token. */
@Injectable()
export class RefreshSession {
  private readonly logger = new Logger(RefreshSession.name);

  constructor(
    private readonly cookies: SessionCookies,
    private readonly refreshTokens: RefreshTokensRepository,
    private readonly tokens: SessionTokens,
    private readonly endSession: EndSession,
    private readonly limiter: RateLimiter,
  ) {}

  /** @throws ProblemException SESSION_ENDED, RATE_LIMITED, UNAVAILABLE */
  async run(exchange: Exchange) {
    const { request, response } = exchange;
    const token = this.cookies.refreshToken(request);
    if (token === undefined) throw sessionEnded();
    const state = isSecret(token) ? await this.refreshTokens.find(token) : undefined;
    const subject = state?.sessionId ?? `address ${clientAddress(request)}`;
    await this.limiter.consume(response, 'refresh', subject);
    const successor = state && (await this.exchange(token, state, originOf(request)));
    if (state === undefined || successor === undefined) {
      this.cookies.clearRefreshToken(response);
      throw sessionEnded();
    }
    this.cookies.setRefreshToken(response, successor);
    return this.tokens.access(state.userId, state.sessionId);
  }

  private async exchange(
    token: string,
    { sessionId, alive, reused }: State,
    origin: RequestOrigin,
  ) {
    if (!alive) return undefined;
    if (!reused) return this.tokens.successorOf(token);
    // someone else has the other copy; which of the two is the thief cannot be told
    this.logger.warn({ msg: 'A refresh token was reused; its session is ended.', sessionId });
    await this.endSession.run(sessionId, 'refresh_token_reused', origin);
    return undefined;
  }
}

type State = NonNullable<Awaited<ReturnType<RefreshTokensRepository['find']>>>;
