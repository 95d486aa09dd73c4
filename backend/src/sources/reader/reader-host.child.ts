import type { HostAnswer, HostRequest } from './reader-host';
import { ReaderDied, runReader } from './run-reader';

/*
 * Starts a reader for each file it is told of. To start a process stops the one that does it, the
 * longer the more memory it has: 15 ms in an API of 200 MB, 1 ms here.
 */

async function answer({ id, request, timeoutMs }: HostRequest): Promise<HostAnswer> {
  try {
    return { id, answer: await runReader(request, timeoutMs) };
  } catch (error) {
    const died = error instanceof ReaderDied ? error : new ReaderDied(false, String(error));
    return { id, died: { timedOut: died.timedOut, reason: died.reason } };
  }
}

process.on('message', (request: HostRequest) => {
  void answer(request).then((message) => process.send?.(message));
});
process.once('disconnect', () => process.exit());
