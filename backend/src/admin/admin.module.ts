import { Module } from '@nestjs/common';
import { AuditModule } from '../audit';
import { AuthModule } from '../auth';
import { BackupModule } from '../backup';
import { DocumentsModule } from '../documents';
import { GenerationModule } from '../generation';
import { HealthModule } from '../health';
import { JobsModule } from '../jobs';
import { MailDeskModule } from '../mail';
import { OutboxModule } from '../outbox';
import { PaymentsModule } from '../payments';
import { StorageModule } from '../storage';
import { AuditLogController } from './audit-log.controller';
import { AuditView } from './audit-view';
import { CostsController } from './costs/costs.controller';
import { DeadLettersController } from './dead-letters.controller';
import { AdminHealthController } from './health/health.controller';
import { HealthProbes } from './health/health-probes';
import { HealthReport } from './health/health-report';
import { AiJobsController } from './jobs/ai-jobs.controller';
import { AiJobsFile } from './jobs/ai-jobs-file';
import { MailsController } from './mails/mails.controller';
import { TestMail } from './mails/test-mail';
import { BackupController } from './operations/backup.controller';
import { StorageController } from './operations/storage.controller';
import { BookkeepingController } from './payments/bookkeeping.controller';
import { PaymentsController } from './payments/payments.controller';
import { PricesController } from './payments/prices.controller';
import { RefundsController } from './payments/refunds.controller';
import { SettingsController } from './settings/settings.controller';
import { SettingsDesk } from './settings/settings-desk';
import { Statistics } from './stats/statistics';
import { StatsController } from './stats/stats.controller';
import { UserCounts } from './users/user-counts';
import { UsersController } from './users/users.controller';
import { UsersQuery } from './users/users.query';
import { UsersView } from './users/users-view';

const features = [
  AuditModule,
  AuthModule,
  BackupModule,
  DocumentsModule,
  GenerationModule,
  HealthModule,
  JobsModule,
  MailDeskModule,
  OutboxModule,
  PaymentsModule,
  StorageModule,
];

/** What only admins may do. */
@Module({
  imports: features,
  controllers: [
    AdminHealthController,
    AiJobsController,
    AuditLogController,
    BackupController,
    BookkeepingController,
    CostsController,
    DeadLettersController,
    MailsController,
    PaymentsController,
    PricesController,
    RefundsController,
    SettingsController,
    StatsController,
    StorageController,
    UsersController,
  ],
  providers: [
    AiJobsFile,
    AuditView,
    HealthProbes,
    HealthReport,
    SettingsDesk,
    Statistics,
    TestMail,
    UserCounts,
    UsersQuery,
    UsersView,
  ],
})
export class AdminModule {}
