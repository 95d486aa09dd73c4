import { WebSocket } from 'ws';
import type { AuthenticatedPrincipal } from '../../auth';
import type { JobStatus } from '../dto/job-status';
import { ENDED_STATES } from '../job-state';

/** An event as it goes out, encoded once for all listeners. */
export interface Frame {
  seq: number;
  data: Buffer;
}

/** What a listener can be told at one moment. */
export interface News {
  job: JobStatus;
  /** End of the job's log. */
  lastSeq: number;
  /** A part of the log, in order. */
  frames: readonly Frame[];
}

export const encode = (message: object): Buffer => Buffer.from(JSON.stringify(message));

/** Bytes a slow client may leave unread before it has to wait; the log keeps what it misses. */
const MAX_BUFFERED = 64 * 1024;

export interface Credentials {
  accessToken: string;
  principal: AuthenticatedPrincipal;
}

/** One listener: what it has proved, and how far it has been told. */
export class ProgressClient {
  readonly openedAt = Date.now();
  credentials: Credentials | undefined;
  /** Its messages are looked at one after the other. */
  turn = Promise.resolve();
  waiting = 0;
  /** It has answered the last ping. */
  alive = true;
  private jobId: string | null = null;
  private seq = 0;
  /** It has been told that the job has ended or is paused. */
  private atRest = false;

  private behind = false;

  constructor(
    readonly socket: WebSocket,
    readonly documentId: string,
    /** Called when it had to wait and can be told more. */
    private readonly onReady: () => void,
  ) {}

  get open(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  /** Too much lies unread already; it is told more when that is through. */
  get lagging(): boolean {
    return this.socket.bufferedAmount > MAX_BUFFERED;
  }

  /** The last event of that job it has been told; 0 when it was told none. */
  toldOf(jobId: string | null): number {
    return this.jobId === jobId ? this.seq : 0;
  }

  /** Begins with where the job stands; events from `afterSeq` follow by {@link tell}. */
  greet(standing: Pick<News, 'job' | 'lastSeq'> | null, afterSeq: number): void {
    this.atRest = false;
    this.jobId = standing?.job.jobId ?? null;
    // A number beyond the log is of an earlier job; waiting for it would hide this one
    this.seq = Math.min(afterSeq, standing?.lastSeq ?? 0);
    this.send(encode({ type: 'snapshot', job: standing?.job ?? null }));
  }

  /**
   * Tells what it has not been told yet, in order and without gaps. How a job stands that has come
   * to rest, or goes on after it, no event tells whole: then comes a `done` or another snapshot.
   */
  tell(news: News): void {
    const { job, frames, lastSeq } = news;
    if (job.jobId !== this.jobId) this.greet(news, 0);
    else if (this.atRest && this.seq < lastSeq) this.greet(news, this.seq);
    for (const { seq, data } of frames) {
      if (seq <= this.seq) continue;
      this.behind = this.lagging;
      if (seq !== this.seq + 1 || this.behind) return;
      this.send(data);
      this.seq = seq;
    }
    if (this.atRest || this.seq < lastSeq) return;
    const ended = ENDED_STATES.some((state) => state === job.status);
    this.atRest = ended || job.status === 'paused';
    if (this.atRest) this.send(encode({ type: ended ? 'done' : 'snapshot', job }));
  }

  private send(data: Buffer): void {
    if (this.open) this.socket.send(data, { binary: false }, this.flushed);
  }

  private readonly flushed = (): void => {
    if (!this.behind || this.lagging) return;
    this.behind = false;
    this.onReady();
  };
}
