import { type ChildProcess, fork } from 'node:child_process';
import { extname, join } from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { FileRequest, ReadAnswer, ReadEnd } from './reading';
import { type ReadingPart, ReadingParts } from './reading-parts';
import { ReaderDied } from './run-reader';

/** To the host: to read a file, or that it may send the next part of what it has read. */
export type HostRequest =
  { id: number; request: FileRequest; timeoutMs: number } | { id: number; next: true };

interface Died {
  timedOut: boolean;
  reason: string;
}

export type HostAnswer =
  { id: number; part: ReadingPart } | { id: number; end: ReadEnd } | { id: number; died: Died };

interface Waiter extends PromiseWithResolvers<ReadAnswer> {
  parts: ReadingParts;
}

const extension = extname(__filename);

/** Has readers started by a small process beside this one, which goes on answering requests. */
@Injectable()
export class ReaderHost implements OnApplicationShutdown {
  private readonly waiting = new Map<number, Waiter>();
  private child: ChildProcess | undefined;
  private lastId = 0;

  /** @throws ReaderDied */
  read(request: FileRequest, timeoutMs: number): Promise<ReadAnswer> {
    this.lastId += 1;
    const id = this.lastId;
    const waiter = { ...Promise.withResolvers<ReadAnswer>(), parts: new ReadingParts() };
    this.waiting.set(id, waiter);
    this.child ??= this.start();
    this.tell(this.child, { id, request, timeoutMs });
    return waiter.promise;
  }

  onApplicationShutdown(): void {
    this.child?.kill('SIGKILL');
  }

  private tell(child: ChildProcess, message: HostRequest): void {
    // the end of the host answers for what could not be sent any more
    child.send(message, () => undefined);
  }

  private start(): ChildProcess {
    const child = fork(join(__dirname, `reader-host.child${extension}`), [], {
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
        this.settle({ id, died: { timedOut: false, reason: 'the host of readers ended' } });
      }
    });
    return child;
  }

  /** One at a time, so that between two of them this process can do whatever else waits. */
  private takePart(child: ChildProcess, { id, part }: { id: number; part: ReadingPart }): void {
    this.waiting.get(id)?.parts.add(part);
    setImmediate(() => {
      this.tell(child, { id, next: true });
    });
  }

  private settle(answer: { id: number } & ({ end: ReadEnd } | { died: Died })): void {
    const waiter = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ('died' in answer) {
      waiter?.reject(new ReaderDied(answer.died.timedOut, answer.died.reason));
      return;
    }
    const { end } = answer;
    waiter?.resolve('complete' in end ? { reading: waiter.parts.reading } : end);
  }
}
