import { Injectable } from '@nestjs/common';
import type { MailMessage, MailTemplates } from './mail-message';

@Injectable()
export class MailService {
  /** @throws ProblemException UNAVAILABLE when the message could not be handed over */
  send<Template extends keyof MailTemplates>(message: MailMessage<Template>): Promise<void> {
    return Promise.reject(new Error(`no transport for ${message.template}`));
  }
}
