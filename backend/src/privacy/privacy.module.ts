import { Module } from '@nestjs/common';
import { AuditModule } from '../audit';
import { AuthModule } from '../auth';
import { MailModule } from '../mail';
import { OutboxModule } from '../outbox';
import { PaymentsCoreModule } from '../payments';
import { StorageModule } from '../storage';
import { AccountController } from './account.controller';
import { PersonalArchive } from './archive/personal-archive';
import { EraseAccount } from './erasure/erase-account';
import { ErasureMail } from './erasure/erasure-mail';

/** A person's data: all of it to take along, and none of it left behind. */
@Module({
  imports: [AuditModule, AuthModule, MailModule, OutboxModule, PaymentsCoreModule, StorageModule],
  controllers: [AccountController],
  providers: [EraseAccount, ErasureMail, PersonalArchive],
})
export class PrivacyModule {}
