import { Module } from '@nestjs/common';
import { AuditLog } from './audit-log';
import { AuditSeparation } from './audit-separation';
import { AuditTrail } from './audit-trail';

@Module({ providers: [AuditLog, AuditTrail, AuditSeparation], exports: [AuditLog, AuditTrail] })
export class AuditModule {}
