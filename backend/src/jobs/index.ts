export { JobsModule } from './jobs.module';
export { JobWorkerModule } from './worker/job-worker.module';
