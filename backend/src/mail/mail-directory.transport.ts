import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { MailMessage, SentMessageInfo, Transport } from 'nodemailer';
import { newId } from '../common';

/**
 * Delivers to a directory instead of a server: one complete `.eml` file (RFC 5322) a message.
 * Names sort by time; a file appears under its name only once it is whole.
 */
export class MailDirectoryTransport implements Transport {
  readonly name = 'mail-directory';
  readonly version = '1.0.0';

  constructor(private readonly directory: string) {}

  send(mail: MailMessage, callback: (error: Error | null, info?: SentMessageInfo) => void): void {
    this.write(mail)
      .then((info) => callback(null, info))
      .catch((error: Error) => callback(error));
  }

  private async write({ message }: MailMessage): Promise<SentMessageInfo> {
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
    const name = `${new Date().toISOString().replaceAll(':', '-')}-${newId()}.eml`;
    const unfinished = join(this.directory, `.${name}.part`);
    try {
      // readable by the owner only: whoever reads a sign-in mail can sign in
      await pipeline(message.createReadStream(), createWriteStream(unfinished, { mode: 0o600 }));
      await rename(unfinished, join(this.directory, name));
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    return { envelope: message.getEnvelope(), messageId: message.messageId() };
  }
}
