import { Counter, Histogram } from 'prom-client';

/** Kinds, not names: a section's carries its identifier. */
export const stepDuration = new Histogram({
  name: 'tesigo_job_step_duration_seconds',
  help: 'Time of a finished step of writing, by its kind',
  labelNames: ['step'] as const,
  buckets: [0.1, 0.5, 1, 2.5, 5, 10, 20, 40, 80, 160, 320, 640],
});

export const jobRuns = new Counter({
  name: 'tesigo_job_runs_total',
  help: 'Runs of jobs that ended, by what the job was afterwards',
  labelNames: ['status'] as const,
});
