import { DestroyRef, inject, Injectable, InjectionToken } from '@angular/core';
import { Session } from '../../core/session/session';
import { type JobServerMessage, parseServerMessage } from './job-messages';

/** Close codes of the server (private range of RFC 6455). */
const BAD_CREDENTIALS = 4401;
const NOT_FOUND = 4404;

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;
/** After so many failures in a row the progress is asked for instead, until a socket holds. */
const FAILURES_BEFORE_POLLING = 3;

/** How sockets are made; a test makes its own. */
export const OPEN_SOCKET = new InjectionToken<(path: string) => WebSocket>('OpenSocket', {
  factory: () => (path) => new WebSocket(new URL(path, location.href.replace(/^http/, 'ws'))),
});

export interface JobListener {
  onMessage(message: JobServerMessage): void;
  /** The socket does not hold, or holds again: the listener asks for the status meanwhile. */
  onPolling(polling: boolean): void;
  /** There is no such document for this reader. */
  onGone(): void;
}

/**
 * The live log of a document's job. It reconnects by itself, with growing pauses, and goes on
 * after the last entry it has seen.
 */
@Injectable()
export class JobSocket {
  private readonly session = inject(Session);
  private readonly open = inject(OPEN_SOCKET);
  private socket: WebSocket | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private redial: (() => void) | null = null;
  private failures = 0;
  private lastSeq: number | undefined;
  private jobId: string | undefined;
  private generation = 0;

  constructor() {
    // a network that is back is no reason to go on waiting
    const hurry = () => {
      if (this.timer !== null) clearTimeout(this.timer);
      this.timer = null;
      this.redial?.();
    };
    addEventListener('online', hurry);
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('online', hurry);
    });
  }

  connect(documentId: string, listener: JobListener): void {
    this.close();
    this.lastSeq = undefined;
    this.failures = 0;
    void this.dial(documentId, listener, this.generation);
  }

  close(): void {
    this.generation++;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.redial = null;
    this.socket?.close();
    this.socket = null;
  }

  private async dial(documentId: string, listener: JobListener, generation: number): Promise<void> {
    const accessToken = await this.session.freshToken();
    if (generation !== this.generation || accessToken === null) return;
    const socket = this.open(`/api/v1/jobs/ws/generation/${documentId}`);
    this.socket = socket;
    socket.onopen = () => {
      const afterSeq = this.lastSeq === undefined ? {} : { afterSeq: this.lastSeq };
      socket.send(JSON.stringify({ type: 'auth', accessToken, ...afterSeq }));
    };
    socket.onmessage = ({ data }) => {
      if (generation === this.generation) this.receive(data, listener);
    };
    socket.onclose = ({ code }) => {
      if (generation === this.generation) this.onClosed(code, documentId, listener);
    };
  }

  private receive(data: unknown, listener: JobListener): void {
    const message = parseServerMessage(data);
    if (message === null) return;
    if (this.failures >= FAILURES_BEFORE_POLLING) listener.onPolling(false);
    this.failures = 0;
    if (message.type === 'snapshot' && message.job?.jobId !== this.jobId) {
      // another job counts from 1 again
      this.jobId = message.job?.jobId;
      this.lastSeq = undefined;
    }
    if (message.type === 'progress') {
      if (message.seq <= (this.lastSeq ?? 0)) return;
      this.lastSeq = message.seq;
    }
    listener.onMessage(message);
  }

  private onClosed(code: number, documentId: string, listener: JobListener): void {
    if (code === NOT_FOUND) {
      listener.onGone();
      return;
    }
    this.failures++;
    if (this.failures === FAILURES_BEFORE_POLLING) listener.onPolling(true);
    const generation = this.generation;
    const again = async () => {
      if (code === BAD_CREDENTIALS) await this.session.renew();
      await this.dial(documentId, listener, generation);
    };
    this.redial = () => {
      this.redial = null;
      void again();
    };
    this.timer = setTimeout(() => this.redial?.(), pauseMs(this.failures));
  }
}

/** Doubling, with jitter: a thousand browsers that lost one server must not return as one. */
function pauseMs(failures: number): number {
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1));
  return longest / 2 + (Math.random() * longest) / 2;
}
