import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import { type SecretOrKeyProvider, Strategy } from 'passport-jwt';
import type { Principal } from '../../common';
import { ACCESS_TOKEN_CHECKS, accessClaims } from './access-tokens';
import { AuthService } from './auth.service';
import { bearerToken } from './bearer-token';
import { SigningKeys } from './signing-keys';

/** The strategy's types know no key objects; jsonwebtoken, to which it hands the key, does. */
type KeyCallback = (error: unknown, key?: KeyObject) => void;

const providerOf =
  (keys: SigningKeys): SecretOrKeyProvider<Request> =>
  (_request, token: string, done) => {
    const answer = done as KeyCallback;
    let key: KeyObject;
    try {
      key = keys.ofToken(token);
    } catch (error) {
      answer(error);
      return;
    }
    answer(null, key);
  };

const { algorithms, issuer, audience, clockTolerance } = ACCESS_TOKEN_CHECKS;

/** Passport's JWT strategy: bearer token in, principal out. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(
    keys: SigningKeys,
    private readonly auth: AuthService,
  ) {
    super({
      jwtFromRequest: (request: Request) => bearerToken(request) ?? null,
      secretOrKeyProvider: providerOf(keys),
      algorithms,
      issuer,
      audience,
      jsonWebTokenOptions: { clockTolerance },
      passReqToCallback: true,
    });
  }

  validate(request: Request, payload: unknown): Promise<Principal> {
    return this.auth.establish(bearerToken(request) ?? '', accessClaims(payload));
  }
}
