import { Inject, Injectable, Logger } from '@nestjs/common';
import type { ErasedUser } from '../../auth';
import { CONFIGURATION, type Configuration } from '../../config';
import { localeOf, MailService } from '../../mail';

/** Tells people that their account is gone. */
@Injectable()
export class ErasureMail {
  private readonly logger = new Logger(ErasureMail.name);

  constructor(
    @Inject(CONFIGURATION) private readonly config: Configuration,
    private readonly mail: MailService,
  ) {}

  /**
   * Not through the outbox, which would keep the address. A mail that fails changes nothing. Where
   * mails are files, it is the only one that stays, for a while.
   */
  async send({ email: to, locale }: ErasedUser): Promise<void> {
    await this.mail.forget(to).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'Mails to an erased account could not be deleted.');
    });
    const context = { title: to, link: this.config.http.publicUrl };
    const message = { to, locale: localeOf(locale), context };
    await this.mail.send({ ...message, template: 'account-erased' }).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'Nobody could be told that an account is erased.');
    });
  }
}
