import { ProblemException } from '../../../common';
import { JobControl } from '../../../jobs/job-control';
import { JobStarter } from '../../../jobs/job-starter';
import type { JobCommand } from '../../../jobs/job-state';
import { Checkpoints } from '../../../jobs/worker/checkpoints';
import { CANCELLED, type JobEnding } from '../../../jobs/worker/job-ending';
import { type Lease, LeaseLost } from '../../../jobs/worker/lease';
import { LeaseRepository } from '../../../jobs/worker/lease.repository';
import type { TestApp } from '../../test-app';
import type { Counterparts } from './counterparts';
import { setSimulatedClock } from './postgres-clock';
import type { Operation, OperationName } from './simulated-job';

const ABOUT = { stage: 'sections', message: 'sectionStarted' } as const;
const WRITTEN = { stage: 'sections', message: 'sectionWritten' } as const;

/** Plays what happened to a simulated store against the product's own classes and PostgreSQL. */
export class PostgresReplay {
  private readonly leases: LeaseRepository;
  private readonly checkpoints: Checkpoints;
  private readonly starter: JobStarter;
  private readonly control: JobControl;

  constructor(
    private readonly target: TestApp,
    private readonly counterparts: Counterparts,
  ) {
    const { app } = target;
    this.leases = app.get(LeaseRepository, { strict: false });
    this.checkpoints = app.get(Checkpoints, { strict: false });
    this.starter = app.get(JobStarter, { strict: false });
    this.control = app.get(JobControl, { strict: false });
  }

  /** What comes of it, in the simulation's words. */
  async play({ name, args, now }: Operation): Promise<unknown> {
    await setSimulatedClock(this.target, now);
    return this.operations[name](...(args as never[]));
  }

  private readonly operations: Record<OperationName, (...args: never[]) => Promise<unknown>> = {
    start: (documentId: string) => this.start(documentId),
    command: (command: JobCommand, jobId: string) => this.command(command, jobId),
    claimNext: async () => this.simulated(await this.leases.claimNext()),
    renew: async (lease: Lease) => (await this.leases.renew([this.real(lease)])).size === 1,
    held: async (lease: Lease) => (await this.leases.held([this.real(lease)])).size === 1,
    announce: (lease: Lease) => unlessLost(this.checkpoints.announce(this.real(lease), ABOUT)),
    finish: (lease: Lease, step: string, tokensUsed: number) => {
      const result = { step, result: {}, content: '', tokensUsed, durationMs: 1 };
      const save = () => Promise.resolve(WRITTEN);
      return unlessLost(this.checkpoints.finish(this.real(lease), result, save));
    },
    end: (lease: Lease, ending: JobEnding) => this.checkpoints.end(this.real(lease), ending),
    confirmCancellations: async () => {
      for (const lease of await this.leases.abandonedCancellations()) {
        await this.checkpoints.end(lease, CANCELLED);
      }
    },
    block: async (ownerId: string, blocked: boolean) => {
      const sql = 'update users set blocked_at = case when $2 then now() end where id = $1';
      await this.query(sql, [this.counterparts.id(ownerId), blocked]);
    },
  };

  private async start(name: string): Promise<{ jobId: string; created: boolean }> {
    const documentId = this.counterparts.id(name);
    const { created, job } = await this.starter.start(await this.ownerOf('documents', documentId), {
      documentId,
    });
    if (created) {
      const count = this.counterparts.startingWith('job').length;
      this.counterparts.add(`job-${String(count + 1)}`, job.jobId);
    }
    return { jobId: this.counterparts.name(job.jobId), created };
  }

  private async command(command: JobCommand, name: string): Promise<string> {
    const jobId = this.counterparts.id(name);
    try {
      await this.control[command](await this.ownerOf('jobs', jobId), jobId);
      return 'done';
    } catch (error) {
      if (error instanceof ProblemException) return error.code;
      throw error;
    }
  }

  private async ownerOf(table: 'documents' | 'jobs', id: string): Promise<string> {
    const sql = `select owner_id as "ownerId" from ${table} where id = $1`;
    const [row] = await this.query<{ ownerId: string }>(sql, [id]);
    return row?.ownerId ?? '';
  }

  private real({ jobId, documentId, ownerId, ...lease }: Lease): Lease {
    const id = (name: string): string => this.counterparts.id(name);
    return { ...lease, jobId: id(jobId), documentId: id(documentId), ownerId: id(ownerId) };
  }

  private simulated(lease: Lease | undefined): Lease | undefined {
    if (lease === undefined) return undefined;
    const { jobId, documentId, ownerId, ...rest } = lease;
    const name = (id: string): string => this.counterparts.name(id);
    return { ...rest, jobId: name(jobId), documentId: name(documentId), ownerId: name(ownerId) };
  }

  private query<Row>(sql: string, parameters: unknown[]): Promise<Row[]> {
    return this.target.database.dataSource.query<Row[]>(sql, parameters);
  }
}

async function unlessLost(work: Promise<void>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof LeaseLost) return false;
    throw error;
  }
}
