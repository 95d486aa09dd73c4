import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Gauge, register } from 'prom-client';
import { DataSource } from 'typeorm';
import { ACTIVE_STATES } from './job-state';

const COUNT = `select state, count(jobs.id)::int as jobs,
    coalesce(extract(epoch from now() - min(requested_at)), 0)::float8 as oldest
  from unnest($1::text[]) state left join jobs on jobs.status = state group by state`;

interface Row {
  state: string;
  jobs: number;
  oldest: number;
}

const NAMES = { jobs: 'tesigo_jobs', oldest: 'tesigo_job_oldest_age_seconds' };

/** The unfinished jobs of the installation, asked for whenever Prometheus asks. */
@Injectable()
export class JobGauges implements OnModuleInit {
  private readonly logger = new Logger(JobGauges.name);

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  onModuleInit(): void {
    // of an application that was here before, as in tests
    for (const name of Object.values(NAMES)) register.removeSingleMetric(name);
    const labelNames = ['status'] as const;
    const age = { name: NAMES.oldest, help: 'Age of the oldest job in a state', labelNames };
    const oldest = new Gauge(age);
    const jobs = new Gauge({
      name: NAMES.jobs,
      help: 'Unfinished jobs by state; those queued are the depth of the queue',
      labelNames,
      collect: async () => {
        for (const row of await this.read()) {
          jobs.set({ status: row.state }, row.jobs);
          oldest.set({ status: row.state }, row.oldest);
        }
      },
    });
  }

  /** Without its store a process still has much to tell. */
  private async read(): Promise<Row[]> {
    try {
      return await this.dataSource.query<Row[]>(COUNT, [ACTIVE_STATES]);
    } catch (error) {
      this.logger.warn({ err: error }, 'The jobs could not be counted.');
      return [];
    }
  }
}
