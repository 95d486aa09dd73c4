import { type ChildProcess, fork } from 'node:child_process';
import { extname, join } from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { SandboxDied, type SandboxTask } from './run-sandboxed';

/** To the host: to run something, or that it may send the next part of what came of it. */
export type HostRequest =
  { id: number; task: SandboxTask; timeoutMs: number } | { id: number; next: true };

interface Died {
  timedOut: boolean;
  reason: string;
}

export type HostAnswer =
  { id: number; part: unknown } | { id: number; end: unknown } | { id: number; died: Died };

interface Waiter extends PromiseWithResolvers<unknown> {
  take: (part: unknown) => void;
}

const extension = extname(__filename);

/** Has sandboxed processes started by a small one beside this, which goes on answering requests. */
@Injectable()
export class SandboxHost implements OnApplicationShutdown {
  private readonly waiting = new Map<number, Waiter>();
  private child: ChildProcess | undefined;
  private lastId = 0;

  /**
   * @param take is given the parts of the answer, in their order
   * @returns how the process ended its answer
   * @throws SandboxDied
   */
  run<Part, End>(task: SandboxTask, timeoutMs: number, take: (part: Part) => void): Promise<End> {
    this.lastId += 1;
    const id = this.lastId;
    const waiter = { ...Promise.withResolvers<unknown>(), take: take as Waiter['take'] };
    this.waiting.set(id, waiter);
    this.child ??= this.start();
    this.tell(this.child, { id, task, timeoutMs });
    return waiter.promise as Promise<End>;
  }

  onApplicationShutdown(): void {
    this.child?.kill('SIGKILL');
  }

  private tell(child: ChildProcess, message: HostRequest): void {
    // the end of the host answers for what could not be sent any more
    child.send(message, () => undefined);
  }

  private start(): ChildProcess {
    const child = fork(join(__dirname, `sandbox-host.child${extension}`), [], {
      env: {},
      execArgv: extension === '.ts' ? ['--import', 'tsx'] : [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('message', (answer: HostAnswer) => {
      if ('part' in answer) this.takePart(child, answer);
      else this.settle(answer);
    });
    child.once('error', () => child.kill('SIGKILL'));
    child.once('close', () => {
      this.child = undefined;
      for (const id of [...this.waiting.keys()]) {
        this.settle({ id, died: { timedOut: false, reason: 'the host of sandboxes ended' } });
      }
    });
    return child;
  }

  /** One at a time, so that between two of them this process can do whatever else waits. */
  private takePart(child: ChildProcess, { id, part }: { id: number; part: unknown }): void {
    this.waiting.get(id)?.take(part);
    setImmediate(() => {
      this.tell(child, { id, next: true });
    });
  }

  private settle(answer: { id: number } & ({ end: unknown } | { died: Died })): void {
    const waiter = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ('end' in answer) waiter?.resolve(answer.end);
    else waiter?.reject(new SandboxDied(answer.died.timedOut, answer.died.reason));
  }
}
