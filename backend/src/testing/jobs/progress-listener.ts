import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ClientOptions, WebSocket } from 'ws';
import type { JobStatus } from '../../jobs/dto/job-status';
import type { JobEvent } from '../../jobs/job-event';
import type { TestApp } from '../test-app';

export type ServerMessage =
  | { type: 'snapshot'; job: JobStatus | null }
  | ({ type: 'progress' } & JobEvent)
  | { type: 'done'; job: JobStatus };

/** A client of the progress WebSocket that keeps what it hears. */
export class ProgressListener {
  readonly messages: ServerMessage[] = [];
  /** The code with which the server closes. */
  readonly closed: Promise<number>;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      this.messages.push(JSON.parse(data.toString('utf8')) as ServerMessage);
      socket.emit('heard');
    });
    this.closed = once(socket, 'close').then(([code]) => code as number);
  }

  /** @throws Error when the connection is refused */
  static async connect({ server }: TestApp, documentId: string, options: ClientOptions = {}) {
    const { port } = server.address() as AddressInfo;
    const path = `/api/v1/jobs/ws/generation/${documentId}`;
    const socket = new WebSocket(`ws://127.0.0.1:${String(port)}${path}`, options);
    await once(socket, 'open');
    return new ProgressListener(socket);
  }

  signIn(accessToken: string, afterSeq?: number): this {
    this.socket.send(JSON.stringify({ type: 'auth', accessToken, afterSeq }));
    return this;
  }

  get types(): string[] {
    return this.messages.map(({ type }) => type);
  }

  /** Numbers of the events heard, in the order they came. */
  get numbers(): number[] {
    return this.messages.flatMap((message) => (message.type === 'progress' ? [message.seq] : []));
  }

  async until(heard: (listener: this) => boolean): Promise<void> {
    while (!heard(this)) {
      if (this.socket.readyState !== WebSocket.OPEN) throw new Error('closed before it was heard');
      await Promise.race([once(this.socket, 'heard'), this.closed]);
    }
  }
}
