export { logRefused } from './log-refused';
export { LoggingModule } from './logging.module';
export { loggedError, redact } from './redact';
export { assignRequestId } from './request-id';
