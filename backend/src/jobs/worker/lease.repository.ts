import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { JOB_TIMING, type JobTiming } from './job-timing';
import type { Lease } from './lease';

/** Milliseconds in parameter $2, from now on the database's clock, which all workers share. */
const LEASE_END = `now() + $2 * interval '1 millisecond'`;

/** A blocked user's jobs rest where they are, and go on when the block is lifted. */
const ALLOWED = `not exists
  (select 1 from users where users.id = owner_id and users.blocked_at is not null)`;

const FREE = `(status = 'queued'
  or status = 'running' and coalesce(lease_until, '-infinity') < now()) and ${ALLOWED}`;

/** Taking over from a worker whose lease ran out counts as a crash of that worker. */
const CLAIM = `update jobs set status = 'running', epoch = epoch + 1, lease_until = ${LEASE_END},
    crashes = crashes + (status = 'running')::int, started_at = coalesce(started_at, now())
  where id = $1 and ${FREE}
  returning id as "jobId", document_id as "documentId", owner_id as "ownerId", requirements,
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

  /** Takes the job if nobody has it; undefined if somebody does or there is nothing to do. */
  async claim(jobId: string): Promise<Lease | undefined> {
    const parameters = [jobId, this.timing.lease];
    const [[lease]] = await this.dataSource.query<[Lease[], number]>(CLAIM, parameters);
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

  private keys(leases: readonly Lease[]): [string[], number[]] {
    return [leases.map(({ jobId }) => jobId), leases.map(({ epoch }) => epoch)];
  }
}
