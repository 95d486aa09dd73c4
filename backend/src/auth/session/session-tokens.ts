import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { deriveKeys, keyedDigest, type KeyRing } from '../../common';
import { CONFIGURATION, type Configuration } from '../../config';
import { ACCESS_TOKEN_TTL, AccessTokens } from '../access/access-tokens';
import { newSecret } from '../secrets';
import { RefreshTokensRepository } from './refresh-tokens.repository';
import { type Device, SessionsRepository } from './sessions.repository';

/** More exchanges than fit into the grace of a token. */
const MAX_EXCHANGES = 32;

/** Sessions as their holders see them: access tokens and a chain of refresh tokens. */
@Injectable()
export class SessionTokens {
  private readonly successorKeys: KeyRing<Buffer>;

  constructor(
    @Inject(CONFIGURATION) { auth }: Configuration,
    private readonly sessions: SessionsRepository,
    private readonly refreshTokens: RefreshTokensRepository,
    private readonly accessTokens: AccessTokens,
  ) {
    this.successorKeys = deriveKeys(auth.jwtSecrets, 'tesigo refresh token successor');
  }

  /** Starts a session within the caller's transaction. */
  async open(manager: EntityManager, userId: string, device: Device) {
    const sessionId = await this.sessions.open(manager, userId, device);
    const refreshToken = newSecret();
    await this.refreshTokens.add(manager, sessionId, refreshToken);
    return { sessionId, refreshToken, grant: this.access(userId, sessionId) };
  }

  access(userId: string, sessionId: string) {
    return {
      accessToken: this.accessTokens.issue(userId, sessionId),
      tokenType: 'Bearer' as const,
      expiresIn: ACCESS_TOKEN_TTL,
    };
  }

  /**
   * The live token that takes the place of `token`; undefined when the family has none.
   *
   * A successor is computed from its predecessor with a key of ours. So callers that present the
   * same token at once all end up with the same successor, whichever answer a browser keeps, and a
   * family has never more than one live token.
   */
  async successorOf(token: string): Promise<string | undefined> {
    let current = token;
    for (let exchange = 0; exchange < MAX_EXCHANGES; exchange += 1) {
      const [next, ...byEarlierKeys] = this.successors(current);
      if (current === token && (await this.refreshTokens.rotate(token, next))) return next;
      const successor = await this.existing([next, ...byEarlierKeys]);
      if (!successor?.alive) return undefined;
      if (!successor.rotated) return successor.token;
      current = successor.token;
    }
    return undefined;
  }

  private successors(token: string): KeyRing<string> {
    const successor = (key: Buffer) => keyedDigest(key, token).toString('base64url');
    const [current, ...previous] = this.successorKeys;
    return [successor(current), ...previous.map(successor)];
  }

  private async existing(tokens: readonly string[]) {
    for (const token of tokens) {
      const state = await this.refreshTokens.find(token);
      if (state !== undefined) return { token, ...state };
    }
    return undefined;
  }
}
