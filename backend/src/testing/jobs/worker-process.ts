import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A worker in a process of its own, to be killed, stopped and continued. */
export class WorkerProcess {
  private constructor(private readonly child: ChildProcess) {}

  static async start(environment: Record<string, string>): Promise<WorkerProcess> {
    const child = fork(join(__dirname, 'test-worker.ts'), [JSON.stringify(environment)], {
      execArgv: ['--require', join(__dirname, 'transpile.cjs')],
    });
    await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => Promise.reject(new Error('The worker did not start.'))),
    ]);
    return new WorkerProcess(child);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get exited(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Sends a signal without waiting for what it does. */
  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Sends a signal that ends it, and waits for the end. */
  async end(signal: NodeJS.Signals): Promise<void> {
    if (this.exited) return;
    const exit = once(this.child, 'exit');
    this.child.kill(signal);
    await exit;
  }
}
