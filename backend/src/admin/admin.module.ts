import { Module } from '@nestjs/common';
import { AuditModule } from '../audit';
import { AuthModule } from '../auth';
import { BackupModule } from '../backup';
import { OutboxModule } from '../outbox';
import { PaymentsModule } from '../payments';
import { AuditLogController } from './audit-log.controller';
import { AuditView } from './audit-view';
import { DeadLettersController } from './dead-letters.controller';
import { BackupController } from './operations/backup.controller';
import { StorageController } from './operations/storage.controller';
import { BookkeepingController } from './payments/bookkeeping.controller';
import { PaymentsController } from './payments/payments.controller';
import { PricesController } from './payments/prices.controller';
import { RefundsController } from './payments/refunds.controller';
import { SettingsController } from './settings/settings.controller';
import { SettingsDesk } from './settings/settings-desk';
import { UsersController } from './users/users.controller';
import { UsersQuery } from './users/users.query';
import { UsersView } from './users/users-view';

/** What only admins may do. */
@Module({
  imports: [AuditModule, AuthModule, BackupModule, OutboxModule, PaymentsModule],
  controllers: [
    AuditLogController,
    BackupController,
    BookkeepingController,
    DeadLettersController,
    PaymentsController,
    PricesController,
    RefundsController,
    SettingsController,
    StorageController,
    UsersController,
  ],
  providers: [AuditView, SettingsDesk, UsersQuery, UsersView],
})
export class AdminModule {}
