import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { JOB_STATES, type JobState } from '../job-state';

const BY_STATE = 'select status, count(*)::int as jobs from jobs group by status';

const FINISHED = `select (finished_at at time zone 'utc')::date::text as day,
    count(*) filter (where status = 'completed')::int as completed,
    count(*) filter (where status = 'failed')::int as failed
  from jobs where finished_at >= $1::date at time zone 'utc' group by 1`;

const QUEUE = `select count(*) filter (where status = 'queued')::int as depth,
    coalesce(extract(epoch from now() - min(requested_at) filter (where status = 'queued')),
      0)::float8 as "oldestSeconds",
    count(*) filter (where status <> 'queued' and lease_until >= now())::int as "liveLeases",
    count(*) filter (where status <> 'queued' and coalesce(lease_until, '-infinity') < now())::int
      as "lapsedLeases"
  from jobs where status in ('queued', 'running', 'cancelling')`;

/** How the queue stands. */
export interface QueueState {
  /** Jobs that wait for a worker. */
  depth: number;
  /** Seconds since the one that has waited longest was asked for; 0 without any. */
  oldestSeconds: number;
  /** Jobs that a worker has just now, and those whose worker has not been heard of in time. */
  liveLeases: number;
  lapsedLeases: number;
}

export interface FinishedJobs {
  /** UTC, as YYYY-MM-DD. */
  day: string;
  completed: number;
  failed: number;
}

/** Numbers of jobs of the whole installation. */
@Injectable()
export class JobCounts {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async byState(): Promise<Record<JobState, number>> {
    const rows = await this.dataSource.query<{ status: JobState; jobs: number }[]>(BY_STATE);
    const counts = Object.fromEntries(JOB_STATES.map((state) => [state, 0]));
    for (const { status, jobs } of rows) counts[status] = jobs;
    return counts as Record<JobState, number>;
  }

  /** Days with any, from the first on. */
  finished(firstDay: string): Promise<FinishedJobs[]> {
    return this.dataSource.query<FinishedJobs[]>(FINISHED, [firstDay]);
  }

  async queue(): Promise<QueueState> {
    const [row] = await this.dataSource.query<[QueueState]>(QUEUE);
    return row;
  }
}
