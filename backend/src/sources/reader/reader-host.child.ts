import type { HostAnswer, HostRequest } from './reader-host';
import type { ReadingPart } from './reading-parts';
import { ReaderDied, runReader } from './run-reader';

type Reading = Extract<HostRequest, { request: unknown }>;

/*
 * Starts a reader for each file it is told of. To start a process stops the one that does it, the
 * longer the more memory it has: 15 ms in an API of 200 MB, 1 ms here.
 */

const ready = new Map<number, () => void>();

const say = (answer: HostAnswer) => process.send?.(answer);

async function read({ id, request, timeoutMs }: Reading): Promise<void> {
  const forward = (part: ReadingPart) =>
    new Promise<void>((resolve) => {
      ready.set(id, resolve);
      say({ id, part });
    });
  try {
    say({ id, end: await runReader(request, timeoutMs, forward) });
  } catch (error) {
    const died = error instanceof ReaderDied ? error : new ReaderDied(false, String(error));
    say({ id, died: { timedOut: died.timedOut, reason: died.reason } });
  } finally {
    ready.delete(id);
  }
}

process.on('message', (message: HostRequest) => {
  if ('next' in message) ready.get(message.id)?.();
  else void read(message);
});
process.once('disconnect', () => process.exit());
