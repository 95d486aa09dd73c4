export { JobControl } from './job-control';
export { JobQueue } from './job-queue';
export { JOB_STATES } from './job-state';
export { JobStatus } from './dto/job-status';
export { JobsCoreModule } from './jobs-core.module';
export { JobsModule } from './jobs.module';
export { JobWorkerModule } from './worker/job-worker.module';
export {
  AiJobExportQuery,
  AiJobPage,
  AiJobQuery,
  type AiJobRow,
  StuckJobPage,
  StuckJobQuery,
} from './overview/ai-job';
export { AllJobs } from './overview/all-jobs';
export { type FinishedJobs, JobCounts, type QueueState } from './overview/job-counts';
