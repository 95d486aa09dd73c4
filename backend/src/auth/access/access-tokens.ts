import { Injectable } from '@nestjs/common';
import { type JwtModuleOptions, JwtSecretRequestType, JwtService } from '@nestjs/jwt';
import { z } from 'zod';
import { newId, ProblemException } from '../../common';
import type { SigningKeys } from './signing-keys';

/** Seconds an access token lives. */
export const ACCESS_TOKEN_TTL = 15 * 60;

/** Seconds that two machines' clocks may differ. */
export const CLOCK_TOLERANCE = 60;

const ISSUER = 'tesigo';
const AUDIENCE = 'tesigo-api';
const TYPE = 'access';

export const ACCESS_TOKEN_CHECKS = {
  algorithms: ['HS256' as const],
  issuer: ISSUER,
  audience: AUDIENCE,
  clockTolerance: CLOCK_TOLERANCE,
};

const Claims = z.object({
  typ: z.literal(TYPE),
  sub: z.uuid(),
  sid: z.uuid(),
  exp: z.number(),
});

/** What a genuine access token says (RFC 7519); whether its session lives is another question. */
export interface AccessClaims {
  userId: string;
  sessionId: string;
  expiresAt: Date;
}

export function accessTokenOptions(keys: SigningKeys): JwtModuleOptions {
  return {
    secretOrKeyProvider: (purpose, token) =>
      purpose === JwtSecretRequestType.VERIFY && typeof token === 'string'
        ? keys.ofToken(token)
        : keys.get(keys.currentId),
    signOptions: {
      algorithm: 'HS256',
      keyid: keys.currentId,
      issuer: ISSUER,
      audience: AUDIENCE,
      expiresIn: ACCESS_TOKEN_TTL,
      notBefore: 0,
    },
    verifyOptions: ACCESS_TOKEN_CHECKS,
  };
}

export function unauthenticated(cause?: unknown): ProblemException {
  const detail = 'Sign in to go on: the request carries no valid access token.';
  return new ProblemException('UNAUTHENTICATED', detail, { cause });
}

/** @throws ProblemException UNAUTHENTICATED for the payload of a token of another type */
export function accessClaims(payload: unknown): AccessClaims {
  const claims = Claims.safeParse(payload);
  if (!claims.success) throw unauthenticated();
  const { sub, sid, exp } = claims.data;
  return { userId: sub, sessionId: sid, expiresAt: new Date(exp * 1000) };
}

@Injectable()
export class AccessTokens {
  constructor(private readonly jwt: JwtService) {}

  issue(userId: string, sessionId: string): string {
    return this.jwt.sign({ sub: userId, sid: sessionId, typ: TYPE, jti: newId() });
  }

  /** @throws ProblemException UNAUTHENTICATED */
  verify(token: string): AccessClaims {
    let payload: unknown;
    try {
      payload = this.jwt.verify<object>(token);
    } catch (error) {
      throw unauthenticated(error);
    }
    return accessClaims(payload);
  }
}
