import { Module } from '@nestjs/common';
import { OutboxRelayModule } from '../outbox';
import { StorageModule } from '../storage';
import { ErasedFiles } from './erasure/erased-files';

/** What is left to do once an account is gone. */
@Module({ imports: [OutboxRelayModule, StorageModule], providers: [ErasedFiles] })
export class PrivacyWorkerModule {}
