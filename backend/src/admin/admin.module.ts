import { Module } from '@nestjs/common';
import { AuditModule } from '../audit';
import { AuthModule } from '../auth';
import { AuditLogController } from './audit-log.controller';
import { UsersController } from './users.controller';
import { UsersQuery } from './users.query';

/** What only admins may do. */
@Module({
  imports: [AuditModule, AuthModule],
  controllers: [AuditLogController, UsersController],
  providers: [UsersQuery],
})
export class AdminModule {}
