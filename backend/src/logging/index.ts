export { logRefused } from './log-refused';
export { loggedPath } from './logged-path';
export { LoggingModule } from './logging.module';
export { loggedError, redact } from './redact';
export { assignRequestId } from './request-id';
