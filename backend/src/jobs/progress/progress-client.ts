import { WebSocket } from 'ws';
import type { AuthenticatedPrincipal } from '../../auth';
import type { JobStatus } from '../dto/job-status';
import type { JobEvent } from '../job-event';
import { ENDED_STATES } from '../job-state';
import type { JobSnapshot } from './job-log.repository';

type ServerMessage =
  | { type: 'snapshot'; job: JobStatus | null }
  | ({ type: 'progress' } & JobEvent)
  | { type: 'done'; job: JobStatus };

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
  private concluded = false;

  constructor(
    readonly socket: WebSocket,
    readonly documentId: string,
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
  greet(snapshot: JobSnapshot | null, afterSeq: number): void {
    this.jobId = snapshot?.job.jobId ?? null;
    // A number beyond the log is of an earlier job; waiting for it would hide this one
    this.seq = Math.min(afterSeq, snapshot?.lastSeq ?? 0);
    this.send({ type: 'snapshot', job: snapshot?.job ?? null });
  }

  /** Tells what it has not been told yet, in order and without gaps. */
  tell(snapshot: JobSnapshot): void {
    const { job, events, lastSeq } = snapshot;
    if (job.jobId !== this.jobId) {
      this.concluded = false;
      this.greet(snapshot, 0);
    }
    for (const event of events) {
      if (event.seq <= this.seq) continue;
      if (event.seq !== this.seq + 1 || this.lagging) return;
      this.send({ type: 'progress', ...event });
      this.seq = event.seq;
      this.concluded = false;
    }
    if (this.concluded || this.seq < lastSeq) return;
    if (!ENDED_STATES.some((state) => state === job.status)) return;
    this.concluded = true;
    this.send({ type: 'done', job });
  }

  private send(message: ServerMessage): void {
    if (this.open) this.socket.send(JSON.stringify(message));
  }
}
