import { Injectable } from '@nestjs/common';
import { originOf } from '../../audit';
import type { Exchange } from '../http-exchange';
import { isSecret } from '../secrets';
import { EndSession } from './end-session';
import { RefreshTokensRepository } from './refresh-tokens.repository';
import { SessionCookies } from './session-cookies';

/** The session that a browser's cookie still belongs to when it signs in anew. */
@Injectable()
export class EarlierSession {
  constructor(
    private readonly cookies: SessionCookies,
    private readonly refreshTokens: RefreshTokensRepository,
    private readonly endSession: EndSession,
  ) {}

  /** Ends it, so that nobody goes on with a copy of what the browser forgets now. */
  async end({ request }: Exchange): Promise<void> {
    const token = this.cookies.refreshToken(request);
    const state = isSecret(token) ? await this.refreshTokens.find(token) : undefined;
    if (state === undefined) return;
    await this.endSession.run(state.sessionId, 'signed_in_anew', originOf(request));
  }
}
