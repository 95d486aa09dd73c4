import type { MailerOptions } from '@nestjs-modules/mailer';
import type { SMTPPoolOptions } from 'nodemailer';
import type { Configuration } from '../config';
import { MailDirectoryTransport } from './mail-directory.transport';

/** Long enough for a greylisting server's slow greeting, short enough for someone who waits. */
const TIMEOUT_MS = 10_000;

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

function smtpPool(url: string, production: boolean): SMTPPoolOptions {
  return {
    url,
    // A sign-in link must not cross a network in clear text because STARTTLS was taken out on the way
    requireTLS: production && !LOOPBACK.includes(new URL(url).hostname),
    pool: true,
    maxConnections: 4,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  };
}

/** SMTP where a server is configured, else the mail directory; both take the same messages. */
export function mailerOptions({ mail, production }: Configuration): MailerOptions {
  const { smtpUrl, directory } = mail;
  return {
    transport:
      smtpUrl === undefined ? new MailDirectoryTransport(directory) : smtpPool(smtpUrl, production),
  };
}
