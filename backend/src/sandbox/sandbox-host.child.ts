import { runSandboxed, SandboxDied } from './run-sandboxed';
import type { HostAnswer, HostRequest } from './sandbox-host';

type Run = Extract<HostRequest, { task: unknown }>;

/*
 * Starts a process for each task it is told of. To start a process stops the one that does it, the
 * longer the more memory it has: 15 ms in an API of 200 MB, 1 ms here.
 */

const ready = new Map<number, () => void>();

const say = (answer: HostAnswer) => process.send?.(answer);

async function run({ id, task, timeoutMs }: Run): Promise<void> {
  const forward = (part: unknown) =>
    new Promise<void>((resolve) => {
      ready.set(id, resolve);
      say({ id, part });
    });
  try {
    say({ id, end: await runSandboxed(task, timeoutMs, forward) });
  } catch (error) {
    const died = error instanceof SandboxDied ? error : new SandboxDied(false, String(error));
    say({ id, died: { timedOut: died.timedOut, reason: died.reason } });
  } finally {
    ready.delete(id);
  }
}

process.on('message', (message: HostRequest) => {
  if ('next' in message) ready.get(message.id)?.();
  else void run(message);
});
process.once('disconnect', () => process.exit());
