import { once } from 'node:events';
import { WebSocket } from 'ws';

/*
 * Listens to the progress of documents on many sockets at a time, from a process of its own, so
 * that what the suite is busy with does not count as the system's slowness.
 */

export type Command =
  | { kind: 'connect'; url: string; token: string; documentIds: string[]; reading: boolean }
  | { kind: 'read' | 'report' | 'close' };

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

interface Listener {
  socket: WebSocket;
  count: number;
  last: number;
  isOrdered: boolean;
  isDone: boolean;
  /** It reads at once, so that it shows how quickly it is told. */
  isTimed: boolean;
}

/** More at once than the system lets wait have to knock again after a second. */
const CONNECTING_AT_ONCE = 50;

let listeners: Listener[] = [];
let delays: number[] = [];

const now = () => performance.timeOrigin + performance.now();

function hear(listener: Listener, data: Buffer): void {
  const arrived = now();
  const message = JSON.parse(data.toString()) as { type: string; seq: number; at: string };
  if (message.type === 'done') listener.isDone = true;
  if (message.type !== 'progress') return;
  listener.isOrdered &&= message.seq === listener.last + 1;
  listener.last = message.seq;
  listener.count += 1;
  if (listener.isTimed) delays.push(arrived - Date.parse(message.at));
}

async function connect(
  { url, token, reading }: Extract<Command, { kind: 'connect' }>,
  documentId: string,
): Promise<void> {
  const socket = new WebSocket(`${url}/api/v1/jobs/ws/generation/${documentId}`);
  const listener = { socket, count: 0, last: 0, isOrdered: true, isDone: false, isTimed: reading };
  listeners.push(listener);
  socket.on('message', (data: Buffer) => hear(listener, data));
  socket.on('error', () => undefined);
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'auth', accessToken: token }));
  if (reading) await once(socket, 'message');
  else socket.pause();
}

async function connectAll(command: Extract<Command, { kind: 'connect' }>): Promise<void> {
  const waiting = command.documentIds.values();
  const worker = async () => {
    for (const documentId of waiting) await connect(command, documentId);
  };
  await Promise.all(Array.from({ length: CONNECTING_AT_ONCE }, worker));
}

function report(): Heard {
  const count = (isSo: (one: Listener) => boolean) => listeners.filter(isSo).length;
  const heard = {
    sockets: listeners.length,
    open: count(({ socket }) => socket.readyState === WebSocket.OPEN),
    counts: listeners.map((one) => one.count),
    disordered: count(({ isOrdered }) => !isOrdered),
    done: count(({ isDone }) => isDone),
    delays,
  };
  delays = [];
  return heard;
}

async function close(): Promise<void> {
  const closed = listeners.map(({ socket }) => once(socket, 'close'));
  for (const { socket } of listeners) {
    socket.resume();
    socket.close();
  }
  await Promise.all(closed);
  listeners = [];
}

async function obey(command: Command): Promise<void> {
  if (command.kind === 'connect') await connectAll(command);
  if (command.kind === 'read') for (const { socket } of listeners) socket.resume();
  if (command.kind === 'close') await close();
}

process.on('message', (command: Command) => {
  void obey(command).then(() => process.send?.(report()));
});
process.on('disconnect', () => process.exit(0));
process.send?.({ port: 0 });
