import type { JobStatus } from '../dto/job-status';
import type { JobLogRepository } from './job-log.repository';
import { encode, type ProgressClient } from './progress-client';

/** Events read at a time. */
const PAGE = 200;

/** The listeners of one document; the log is read once for all of them. */
export class DocumentWatch {
  readonly clients = new Set<ProgressClient>();
  private jobId: string | null = null;
  private lastSeq = 0;
  private reading = false;
  private news = false;

  constructor(
    readonly documentId: string,
    private readonly jobs: JobLogRepository,
  ) {}

  /** Whether the log is known to this point. */
  knows(jobId: string, lastSeq: number): boolean {
    return this.jobId === jobId && this.lastSeq === lastSeq;
  }

  /** Tells every listener what it has not been told. Calls during a reading are served after it. */
  async catchUp(): Promise<void> {
    this.news = true;
    if (this.reading) return;
    this.reading = true;
    try {
      while (this.news) {
        this.news = false;
        await this.read();
      }
    } finally {
      this.reading = false;
    }
  }

  private async read(): Promise<void> {
    // One that lags would hold the others back
    const ready = [...this.clients].filter(({ open, lagging }) => open && !lagging);
    if (ready.length === 0) return;
    const afterSeq = Math.min(...ready.map((client) => client.toldOf(this.jobId)));
    const from = { knownId: this.jobId, afterSeq, limit: PAGE };
    const snapshot = await this.jobs.latest(this.documentId, from);
    if (snapshot === null) return;
    const { job, lastSeq, events } = snapshot;
    this.jobId = job.jobId;
    this.lastSeq = lastSeq;
    const frames = events.map((event) => ({
      seq: event.seq,
      data: encode({ type: 'progress', ...event, ...(event.seq === lastSeq && outlook(job)) }),
    }));
    for (const client of ready) client.tell({ job, lastSeq, frames });
    if (events.length === PAGE) this.news = true;
  }
}

/** Goes along with the newest event only: it is of now, not of when something happened. */
const outlook = ({ etaSeconds }: JobStatus): { etaSeconds?: number } =>
  etaSeconds === null ? {} : { etaSeconds };
