import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { toStorable } from '../../common';
import { usableOf } from './continuation';
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
  on conflict (reservation_id) do update set text = excluded.text
  returning reservation_id as id`;

/** An answer that is coming. */
export interface ComingAnswer {
  reservationId: string;
  request: ModelRequest;
  model: string;
  /** What had come of it before, and been kept elsewhere. */
  before: string;
  textSoFar: () => string;
  /** Called once, when who takes the job over would go on with what is kept of this answer. */
  onKept: () => void;
}

/** What an answer is followed by while it comes. */
export interface Following {
  /** More of it has come. */
  grown: () => void;
  stop: () => void;
}

interface Coming extends Omit<ComingAnswer, 'request'> {
  jobId: string;
  digest: Buffer;
  usable: (text: string) => string;
  /** What of it is kept. It may become shorter: a model was found to repeat what it had written. */
  kept: string;
  /** Nothing that could be gone on with is kept yet. */
  isNew: boolean;
}

const NOT_FOLLOWED: Following = { grown: () => undefined, stop: () => undefined };

/**
 * Writes down what has come of the answers to the process's jobs, so that who takes a job over from a
 * worker that died goes on in the middle of them: the first words at once, since others wait for
 * that, and then twice a second, all in one statement.
 */
@Injectable()
export class BegunAnswers implements OnModuleDestroy {
  private readonly logger = new Logger(BegunAnswers.name);
  private readonly coming = new Map<string, Coming>();
  private timer: NodeJS.Timeout | undefined;
  private isKeeping = false;
  /** Where the database is: it is asked again in a while, not with every word. */
  private isAway = false;

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  onModuleDestroy(): void {
    clearTimeout(this.timer);
    this.coming.clear();
  }

  /** What is kept of an answer goes with its reservation, and at the end of its job. */
  follow({ request, ...answer }: ComingAnswer): Following {
    const { jobId, continuation } = request;
    if (jobId === undefined || continuation === undefined) return NOT_FOLLOWED;
    const usable = (text: string) => usableOf(request, text);
    const coming = { ...answer, jobId, usable, digest: digestOf(request), kept: '', isNew: true };
    this.coming.set(answer.reservationId, coming);
    this.schedule();
    return {
      grown: () => {
        if (!this.isAway && begins(coming)) void this.keep();
      },
      stop: () => this.coming.delete(answer.reservationId),
    };
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.keep();
    }, EVERY_MS).unref();
  }

  /** One statement after the other, so that no older text is stored over a newer one. */
  private async keep(): Promise<void> {
    if (this.isKeeping) return;
    this.isKeeping = true;
    do {
      this.isAway = !(await this.tryToKeep());
    } while (!this.isAway && [...this.coming.values()].some(begins));
    this.isKeeping = false;
    if (this.coming.size > 0) this.schedule();
  }

  private async tryToKeep(): Promise<boolean> {
    try {
      await this.keepGrown();
      return true;
    } catch (error) {
      // The next time brings the whole text again
      this.logger.warn(`Begun answers were not kept: ${(error as Error).name}`);
      return false;
    }
  }

  private async keepGrown(): Promise<void> {
    const grown = [...this.coming.values()]
      .map((answer) => ({ answer, text: answer.textSoFar() }))
      .filter(({ answer, text }) => text !== answer.kept);
    if (grown.length === 0) return;
    const kept = await this.dataSource.query<{ id: string }[]>(KEEP, [
      grown.map(({ answer }) => answer.reservationId),
      grown.map(({ answer }) => answer.jobId),
      grown.map(({ answer }) => answer.digest),
      grown.map(({ answer }) => answer.model),
      grown.map(({ text }) => toStorable(text)),
    ]);
    const ids = new Set(kept.map(({ id }) => id));
    for (const { answer, text } of grown) {
      if (ids.has(answer.reservationId)) note(answer, text);
      // Its job is gone, and nothing of it will be kept any more
      else this.coming.delete(answer.reservationId);
    }
  }
}

/** Whether there is something of this very answer that could be gone on with. */
const isUsable = ({ usable, before }: Coming, text: string): boolean =>
  usable(text).length > before.length;

/** Whether the first of it that could be gone on with is still to be kept. */
const begins = (coming: Coming): boolean => coming.isNew && isUsable(coming, coming.textSoFar());

function note(answer: Coming, text: string): void {
  answer.kept = text;
  if (!answer.isNew || !isUsable(answer, text)) return;
  answer.isNew = false;
  answer.onKept();
}
