export { PrivacyModule } from './privacy.module';
export { PrivacyWorkerModule } from './privacy-worker.module';
