import { Module } from '@nestjs/common';
import { StorageModule } from '../storage';
import { BackupGauges } from './backup-gauges';
import { BackupSchedule } from './backup-schedule';
import { VerifyBackup } from './verify-backup';
import { VerifyStorage } from './verify-storage';

/** How the backups are, for admins and for Prometheus. */
@Module({
  imports: [StorageModule],
  providers: [BackupGauges, VerifyBackup, VerifyStorage],
  exports: [VerifyBackup, VerifyStorage],
})
export class BackupModule {}

/** For the processes that make them. */
@Module({ providers: [BackupSchedule] })
export class BackupWorkerModule {}
