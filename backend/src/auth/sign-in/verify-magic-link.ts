import { Injectable } from '@nestjs/common';
import { ProblemException } from '../../common';
import type { SignedInGrant, SignInProof } from '../dto/sign-in';
import type { Exchange } from '../http-exchange';
import { digest, isSecret } from '../secrets';
import { SessionCookies } from '../session/session-cookies';
import { EarlierSession } from '../session/earlier-session';
import { SignIn } from './sign-in';
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
    private readonly throttle: SignInThrottle,
    private readonly signIn: SignIn,
    private readonly cookies: SessionCookies,
    private readonly earlierSession: EarlierSession,
  ) {}

  /** @throws ProblemException SIGN_IN_FAILED, FORBIDDEN, RATE_LIMITED, UNAVAILABLE */
  async run(proof: SignInProof, exchange: Exchange): Promise<SignedInGrant> {
    const { request, response } = exchange;
    const secret = this.cookies.signInSecret(request);
    const browser = isSecret(secret) ? digest(secret) : undefined;
    const admitted = await this.throttle.admit(exchange, proof, browser);
    const session = browser && (await this.signIn.run(proof, browser, request));
    if (session === undefined) {
      await admitted.failed();
      throw signInFailed();
    }
    await admitted.succeeded();
    await this.earlierSession.end(exchange);
    this.cookies.setRefreshToken(response, session.refreshToken);
    this.cookies.clearSignInSecret(response);
    return { ...session.grant, user: session.user };
  }
}
