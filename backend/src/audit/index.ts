export { AUDIT_ACTIONS, type AuditAction } from './audit-event';
export { type AuditEntry, type AuditFilter, AuditLog } from './audit-log';
export { AuditModule } from './audit.module';
export { AuditTrail } from './audit-trail';
export { originOf, type RecordedOrigin, type RequestOrigin } from './request-origin';
