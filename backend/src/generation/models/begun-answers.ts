import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { toStorable } from '../../common';
import type { ModelRequest } from './model-request';
import { digestOf } from './request-digest';

/** What a crash can cost of every answer that is just coming. */
const EVERY_MS = 500;

/**
 * Only of calls whose reservation stands, and of jobs that are still there: both rows are held
 * until the end of the statement.
 */
const KEEP = `insert into begun_answers (reservation_id, job_id, request, model, text)
  select reservation.id, job.id, begun.request, begun.model, begun.text
  from unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::text[], $5::text[])
    as begun (reservation_id, job_id, request, model, text)
  join token_reservations reservation on reservation.id = begun.reservation_id
  join jobs job on job.id = begun.job_id
  for key share of reservation, job
  on conflict (reservation_id) do update set text = excluded.text`;

/** An answer that is coming. */
interface Coming {
  jobId: string;
  request: Buffer;
  model: string;
  textSoFar: () => string;
  /** Characters of it that are kept. */
  kept: number;
}

/**
 * Writes down what has come of the answers to the process's jobs, twice a second and all in one
 * statement, so that who takes a job over from a worker that died goes on in the middle of them.
 */
@Injectable()
export class BegunAnswers implements OnModuleDestroy {
  private readonly logger = new Logger(BegunAnswers.name);
  private readonly coming = new Map<string, Coming>();
  private timer: NodeJS.Timeout | undefined;

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  onModuleDestroy(): void {
    clearTimeout(this.timer);
    this.coming.clear();
  }

  /**
   * Follows an answer until the function that it returns is called. What is kept of it goes with
   * its reservation, and at the end of its job.
   */
  follow(
    reservationId: string,
    request: ModelRequest,
    model: string,
    textSoFar: () => string,
  ): () => void {
    const { jobId, prose } = request;
    if (jobId === undefined || prose === undefined) return () => undefined;
    const digest = digestOf(request);
    const answer = { jobId, request: digest, model, textSoFar, kept: 0 };
    this.coming.set(reservationId, answer);
    this.schedule();
    return () => this.coming.delete(reservationId);
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => void this.keep(), EVERY_MS).unref();
  }

  private async keep(): Promise<void> {
    try {
      await this.keepGrown();
    } catch (error) {
      // The next time brings the whole text again
      this.logger.warn(`Begun answers were not kept: ${(error as Error).name}`);
    }
    this.timer = undefined;
    if (this.coming.size > 0) this.schedule();
  }

  private async keepGrown(): Promise<void> {
    const grown = [...this.coming]
      .map(([id, answer]) => ({ id, answer, text: answer.textSoFar() }))
      .filter(({ answer, text }) => text.length > answer.kept);
    if (grown.length === 0) return;
    await this.dataSource.query(KEEP, [
      grown.map(({ id }) => id),
      grown.map(({ answer }) => answer.jobId),
      grown.map(({ answer }) => answer.request),
      grown.map(({ answer }) => answer.model),
      grown.map(({ text }) => toStorable(text)),
    ]);
    for (const { answer, text } of grown) answer.kept = text.length;
  }
}
