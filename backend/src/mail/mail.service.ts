import { Inject, Injectable, Logger } from '@nestjs/common';
import { MailerService } from '@nestjs-modules/mailer';
import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import type { NodemailerError } from 'nodemailer';
import { ProblemException } from '../common';
import { CONFIGURATION, type Configuration } from '../config';
import type { MailMessage, TemplateName } from './mail-message';
import { mails } from './mail-metrics';
import { MailRenderer } from './mail-renderer';
import type { MailTexts } from './wordings/mail-texts';
import { MailWordingsRepository } from './wordings/mail-wordings.repository';
import { forgetMailsOlderThan, forgetMailsTo } from './written-mails';

/** Tells autoresponders to leave us in peace (RFC 3834). */
const HEADERS = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

/** Three tries in all; a reply that the server means for good (5xx) is not asked for again. */
const tries = retry(
  handleWhen((error) => (error as NodemailerError).permanent !== true),
  { maxAttempts: 2, backoff: new ExponentialBackoff({ initialDelay: 300, maxDelay: 3000 }) },
);

@Injectable()
export class MailService {
  private readonly logger = new Logger(MailService.name);

  constructor(
    @Inject(CONFIGURATION) private readonly config: Configuration,
    private readonly mailer: MailerService,
    private readonly renderer: MailRenderer,
    private readonly wordings: MailWordingsRepository,
  ) {}

  /**
   * In the wording that holds now, which is asked for anew: a change holds for the next mail of
   * every process.
   * @param texts parts that are not built in, in place of those that are stored: of a draft
   * @throws ProblemException UNAVAILABLE when the message could not be handed over
   */
  async send<Template extends TemplateName>(
    message: MailMessage<Template>,
    texts?: MailTexts,
  ): Promise<void> {
    const { from } = this.config.mail;
    const envelope = { from, to: message.to, headers: HEADERS };
    const messageId = message.id && `<${message.id}@${domainOf(from)}>`;
    const wording = texts ?? (await this.wordings.latest(message))?.stored;
    const rendered = this.renderer.render(message, wording);
    const mail = { ...envelope, ...(messageId && { messageId }), ...rendered };
    try {
      await tries.execute(() => this.mailer.sendMail(mail));
      mails.inc({ template: message.template, outcome: 'sent' });
    } catch (error) {
      mails.inc({ template: message.template, outcome: 'failed' });
      // the error itself is kept out: a server's reply quotes the address
      const { code = 'unknown', responseCode = '' } = error as NodemailerError;
      this.logger.error(`Mail '${message.template}' was not accepted (${code} ${responseCode}).`);
      const detail = 'The mail could not be sent just now. Try again in a minute.';
      throw new ProblemException('UNAVAILABLE', detail, { retryAfter: 60 });
    }
  }

  /** Deletes what was written to `address`, where mails are files; what was sent is the reader's. */
  async forget(address: string): Promise<number> {
    const { smtpUrl, directory } = this.config.mail;
    return smtpUrl === undefined ? forgetMailsTo(directory, address) : 0;
  }

  /** Deletes written mails of earlier. @returns how many */
  async forgetOlderThan(days: number): Promise<number> {
    const { smtpUrl, directory } = this.config.mail;
    return smtpUrl === undefined ? forgetMailsOlderThan(directory, days) : 0;
  }
}

/** Of a sender such as `Name <name@example.org>`. */
const domainOf = (from: string): string => /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';
