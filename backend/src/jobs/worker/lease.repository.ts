import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { inSpan } from '../../tracing';
import { withOriginOf } from '../job-origins';
import { ALLOWED, FREE, NEXT_JOB } from '../job-turns';
import { JOB_TIMING, type JobTiming } from './job-timing';
import type { Lease } from './lease';

/**
 * Taking over from a worker whose lease ran out counts as a crash of that worker. $1: milliseconds
 * of the lease, from now on the database's clock, which all workers share.
 */
const CLAIM = `with next as materialized (${NEXT_JOB})
  update jobs set status = 'running', epoch = epoch + 1,
    lease_until = now() + $1 * interval '1 millisecond',
    crashes = crashes + (status = 'running')::int, started_at = coalesce(started_at, now())
  from next where jobs.id = next.id
  returning jobs.id as "jobId", document_id as "documentId", owner_id as "ownerId", requirements,
    epoch, crashes`;

const MINE = `id = job_id and epoch = claim and status = 'running' and ${ALLOWED}`;

const RENEW = `update jobs set lease_until = now() + $3 * interval '1 millisecond'
  from unnest($1::uuid[], $2::int[]) as mine (job_id, claim) where ${MINE}
  returning id`;

const HELD = `select id from jobs, unnest($1::uuid[], $2::int[]) as mine (job_id, claim)
  where ${MINE}`;

interface Id {
  id: string;
}

@Injectable()
export class LeaseRepository {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(JOB_TIMING) private readonly timing: JobTiming,
  ) {}

  /** Takes the job whose turn it is; undefined if there is nothing to do. */
  async claimNext(): Promise<Lease | undefined> {
    const [[lease]] = await this.dataSource.query<[Lease[], number]>(CLAIM, [this.timing.lease]);
    return lease;
  }

  /** Extends leases; yields the ids of those that are still held. */
  async renew(leases: readonly Lease[]): Promise<Set<string>> {
    const parameters = [...this.keys(leases), this.timing.lease];
    const [rows] = await this.dataSource.query<[Id[], number]>(RENEW, parameters);
    return new Set(rows.map(({ id }) => id));
  }

  /** The ids of the leases that are still held. */
  async held(leases: readonly Lease[]): Promise<Set<string>> {
    const rows = await this.dataSource.query<Id[]>(HELD, this.keys(leases));
    return new Set(rows.map(({ id }) => id));
  }

  /** Jobs that nobody works on, oldest first. */
  async unattended(limit: number): Promise<string[]> {
    const rows = await this.dataSource.query<Id[]>(
      `select id from jobs where ${FREE} order by created_at limit $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Jobs whose worker was lost before it could confirm that they are cancelled. */
  async abandonedCancellations(): Promise<Pick<Lease, 'jobId' | 'documentId' | 'epoch'>[]> {
    return this.dataSource.query(
      `select id as "jobId", document_id as "documentId", epoch from jobs
       where status = 'cancelling' and coalesce(lease_until, '-infinity') < now()`,
    );
  }

  /** Runs `work` on a job so that its logs and spans lead back to who asked for it. */
  inOrigin<Result>({ jobId }: Lease, work: () => Promise<Result>): Promise<Result> {
    return withOriginOf(this.dataSource, jobId, () =>
      inSpan('job', { 'tesigo.job.id': jobId }, work),
    );
  }

  private keys(leases: readonly Lease[]): [string[], number[]] {
    return [leases.map(({ jobId }) => jobId), leases.map(({ epoch }) => epoch)];
  }
}
