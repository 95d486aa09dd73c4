import { once } from 'node:events';
import { WebSocket } from 'ws';

/*
 * Listens to the progress of documents on many sockets at a time, from a process of its own, so
 * that what the suite is busy with does not count as the system's slowness.
 */

export type Command =
  | { kind: 'connect'; url: string; token: string; documentIds: string[]; reading: boolean }
  | { kind: 'read' | 'report' | 'close' };

type Connect = Extract<Command, { kind: 'connect' }>;

export interface Heard {
  sockets: number;
  open: number;
  /** Progress events, by socket. */
  counts: number[];
  /** Sockets that were told out of order or with gaps. */
  disordered: number;
  /** Sockets that were told how their job has ended. */
  done: number;
  /** Milliseconds from each event, as it was recorded, to each socket. */
  delays: number[];
}

/** More at once than the system lets wait have to knock again after a second. */
const CONNECTING_AT_ONCE = 50;

let listeners: Listener[] = [];
let delays: number[] = [];

const now = () => performance.timeOrigin + performance.now();

class Listener {
  count = 0;
  last = 0;
  isOrdered = true;
  isDone = false;
  private socket: WebSocket;

  constructor(
    private readonly documentId: string,
    private readonly command: Connect,
  ) {
    this.socket = this.open();
  }

  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  /** Resolves when it has been let in; one that reads nothing cannot know. */
  async join(): Promise<void> {
    await this.introduce();
    if (this.command.reading) await once(this.socket, 'message');
    else this.socket.pause();
  }

  /** Reads what has come; whoever was given up for dead meanwhile comes back for the rest. */
  read(): void {
    this.socket.on('close', () => {
      if (this.isDone) return;
      this.socket = this.open();
      void this.introduce();
    });
    this.socket.resume();
  }

  async close(): Promise<void> {
    const closed = once(this.socket, 'close');
    this.socket.resume();
    this.socket.close();
    await closed;
  }

  private open(): WebSocket {
    const socket = new WebSocket(
      `${this.command.url}/api/v1/jobs/ws/generation/${this.documentId}`,
    );
    socket.on('message', (data: Buffer) => this.hear(data));
    socket.on('error', () => undefined);
    return socket;
  }

  private async introduce(): Promise<void> {
    await once(this.socket, 'open');
    const { token: accessToken } = this.command;
    this.socket.send(JSON.stringify({ type: 'auth', accessToken, afterSeq: this.last }));
  }

  private hear(data: Buffer): void {
    const arrived = now();
    const message = JSON.parse(data.toString()) as { type: string; seq: number; at: string };
    if (message.type === 'done') this.isDone = true;
    if (message.type !== 'progress') return;
    this.isOrdered &&= message.seq === this.last + 1;
    this.last = message.seq;
    this.count += 1;
    // one that reads at once shows how quickly it is told
    if (this.command.reading) delays.push(arrived - Date.parse(message.at));
  }
}

async function connectAll(command: Connect): Promise<void> {
  const waiting = command.documentIds.values();
  const worker = async () => {
    for (const documentId of waiting) {
      const listener = new Listener(documentId, command);
      listeners.push(listener);
      await listener.join();
    }
  };
  await Promise.all(Array.from({ length: CONNECTING_AT_ONCE }, worker));
}

function report(): Heard {
  const count = (isSo: (one: Listener) => boolean) => listeners.filter(isSo).length;
  const heard = {
    sockets: listeners.length,
    open: count(({ isOpen }) => isOpen),
    counts: listeners.map((one) => one.count),
    disordered: count(({ isOrdered }) => !isOrdered),
    done: count(({ isDone }) => isDone),
    delays,
  };
  delays = [];
  return heard;
}

async function close(): Promise<void> {
  await Promise.all(listeners.map((listener) => listener.close()));
  listeners = [];
}

async function obey(command: Command): Promise<void> {
  if (command.kind === 'connect') await connectAll(command);
  if (command.kind === 'read') for (const listener of listeners) listener.read();
  if (command.kind === 'close') await close();
}

process.on('message', (command: Command) => {
  void obey(command).then(() => process.send?.(report()));
});
process.on('disconnect', () => process.exit(0));
process.send?.({ port: 0 });
