import { Module } from '@nestjs/common';
import { AuditModule } from '../../audit';
import { MailModule } from '../mail.module';
import { MailDesk } from './mail-desk';
import { MailList } from './mail-list';
import { WordingEditor } from './wording-editor';

/** What admins do to the wording of mails. */
@Module({
  imports: [AuditModule, MailModule],
  providers: [MailDesk, MailList, WordingEditor],
  exports: [MailDesk, MailList],
})
export class MailDeskModule {}
