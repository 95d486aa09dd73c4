import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { ProblemException } from '../../common';
import { AccountService } from '../account/account.service';
import type { SignedInGrant, SignInProof } from '../dto/sign-in';
import type { Exchange } from '../http-exchange';
import { preferredLocale } from '../preferred-locale';
import { digest, isSecret } from '../secrets';
import { SessionCookies } from '../session/session-cookies';
import { SessionTokens } from '../session/session-tokens';
import { SignInAttemptsRepository } from './sign-in-attempts.repository';
import { SignInCodes } from './sign-in-codes';
import { SignInThrottle } from './sign-in-throttle';

function signInFailed(): ProblemException {
  const detail =
    'This link or code does not work here: it was used, is too old, or was asked for in another ' +
    'browser. Ask for a new one.';
  return new ProblemException('SIGN_IN_FAILED', detail);
}

/** Redeems a mailed token or code, in the browser that asked for it, for a session. */
@Injectable()
export class VerifyMagicLink {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly attempts: SignInAttemptsRepository,
    private readonly codes: SignInCodes,
    private readonly throttle: SignInThrottle,
    private readonly account: AccountService,
    private readonly tokens: SessionTokens,
    private readonly cookies: SessionCookies,
  ) {}

  /** @throws ProblemException SIGN_IN_FAILED, FORBIDDEN, RATE_LIMITED, UNAVAILABLE */
  async run(proof: SignInProof, exchange: Exchange): Promise<SignedInGrant> {
    const { request, response } = exchange;
    const secret = this.cookies.signInSecret(request);
    const browser = isSecret(secret) ? digest(secret) : undefined;
    const admitted = await this.throttle.admit(exchange, proof, browser);
    const session = browser && (await this.signIn(proof, browser, request));
    if (session === undefined) {
      await admitted.failed();
      throw signInFailed();
    }
    await admitted.succeeded();
    const { refreshToken, ...grant } = session;
    this.cookies.setRefreshToken(response, refreshToken);
    this.cookies.clearSignInSecret(response);
    return grant;
  }

  /** One transaction: a link is used up if and only if a session came of it. */
  private signIn(proof: SignInProof, browser: Buffer, request: Exchange['request']) {
    return this.dataSource.transaction(async (manager) => {
      const email = await this.redeem(manager, proof, browser);
      if (email === undefined) return undefined;
      const user = await this.account.signIn(manager, email, preferredLocale(request));
      const session = await this.tokens.open(manager, user.id, request.headers['user-agent']);
      return { ...session, user };
    });
  }

  private redeem(manager: EntityManager, proof: SignInProof, browser: Buffer) {
    if ('token' in proof) {
      return this.attempts.redeemToken(manager, digest(proof.token), browser);
    }
    const codes = this.codes.digests(proof.email, proof.code);
    return this.attempts.redeemCode(manager, proof.email, codes, browser);
  }
}
