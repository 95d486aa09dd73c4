export { JobQueue } from './job-queue';
export { JobsCoreModule } from './jobs-core.module';
export { JobsModule } from './jobs.module';
export { JobWorkerModule } from './worker/job-worker.module';
