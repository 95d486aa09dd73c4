import { Module } from '@nestjs/common';
import { AuditModule } from '../audit';
import { AuthModule } from '../auth';
import { OutboxModule } from '../outbox';
import { AuditLogController } from './audit-log.controller';
import { DeadLettersController } from './dead-letters.controller';
import { UsersController } from './users.controller';
import { UsersQuery } from './users.query';

/** What only admins may do. */
@Module({
  imports: [AuditModule, AuthModule, OutboxModule],
  controllers: [AuditLogController, DeadLettersController, UsersController],
  providers: [UsersQuery],
})
export class AdminModule {}
