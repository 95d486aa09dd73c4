import { Histogram } from 'prom-client';

export const exportDuration = new Histogram({
  name: 'tesigo_export_duration_seconds',
  help: 'Time to make a file or to hold it against rules, waiting for a thread included',
  labelNames: ['format', 'work', 'outcome'] as const,
  buckets: [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120],
});
