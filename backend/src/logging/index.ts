export { LoggingModule } from './logging.module';
export { assignRequestId } from './request-id';
