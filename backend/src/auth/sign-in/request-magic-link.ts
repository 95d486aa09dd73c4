import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../../config';
import { MailService } from '../../mail';
import { clientAddress, RateLimiter } from '../../rate-limit';
import type { MagicLinkSent } from '../dto/sign-in';
import type { Exchange } from '../http-exchange';
import { preferredLocale } from '../preferred-locale';
import { digest, isSecret, newCode, newSecret } from '../secrets';
import { SessionCookies } from '../session/session-cookies';
import { SIGN_IN_TTL, SignInAttemptsRepository } from './sign-in-attempts.repository';
import { SignInCodes } from './sign-in-codes';

const MESSAGE = 'Look into your mail: the link and the code in it work for ten minutes.';

/**
 * Mails a link and a code. Whether the address has an account is not even looked up, so neither
 * the answer nor its time can tell.
 */
@Injectable()
export class RequestMagicLink {
  constructor(
    @Inject(CONFIGURATION) private readonly config: Configuration,
    private readonly attempts: SignInAttemptsRepository,
    private readonly codes: SignInCodes,
    private readonly cookies: SessionCookies,
    private readonly limiter: RateLimiter,
    private readonly mail: MailService,
  ) {}

  /** @throws ProblemException RATE_LIMITED, UNAVAILABLE */
  async run(email: string, { request, response }: Exchange): Promise<MagicLinkSent> {
    await this.limiter.consume(response, 'sign-in-mails', clientAddress(request));
    await this.limiter.consume(response, 'magic-links', email);
    const [token, code] = [newSecret(), newCode()];
    // who asks twice from one browser can use either mail
    const held = this.cookies.signInSecret(request);
    const browser = isSecret(held) ? held : newSecret();
    await this.attempts.add({
      email,
      tokenHash: digest(token),
      codeHash: this.codes.digest(email, code),
      browserHash: digest(browser),
    });
    // in the fragment, which browsers send to no server and write into no referrer
    const link = `${this.config.http.publicUrl}/auth/verify#token=${token}`;
    await this.mail.send({
      to: email,
      template: 'sign-in',
      locale: preferredLocale(request),
      context: { link, code, minutes: SIGN_IN_TTL / 60 },
    });
    this.cookies.setSignInSecret(response, browser, SIGN_IN_TTL);
    return { message: MESSAGE, expiresIn: SIGN_IN_TTL };
  }
}
