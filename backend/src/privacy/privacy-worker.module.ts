import { Module } from '@nestjs/common';
import { MailModule } from '../mail';
import { OutboxRelayModule } from '../outbox';
import { StorageModule } from '../storage';
import { ErasedFiles } from './erasure/erased-files';
import { RetentionSweeper } from './retention/retention-sweeper';

/** What is left to do once something is gone, and what goes in its time. */
@Module({
  imports: [MailModule, OutboxRelayModule, StorageModule],
  providers: [ErasedFiles, RetentionSweeper],
})
export class PrivacyWorkerModule {}
