import { type ChildProcess, fork } from 'node:child_process';
import { extname, join } from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { ReadAnswer, ReadRequest } from './reading';
import { ReaderDied } from './run-reader';

export interface HostRequest {
  id: number;
  request: ReadRequest;
  timeoutMs: number;
}

export type HostAnswer =
  { id: number; answer: ReadAnswer } | { id: number; died: { timedOut: boolean; reason: string } };

const extension = extname(__filename);

/** Has readers started by a small process beside this one, which goes on answering requests. */
@Injectable()
export class ReaderHost implements OnApplicationShutdown {
  private readonly waiting = new Map<number, PromiseWithResolvers<ReadAnswer>>();
  private child: ChildProcess | undefined;
  private lastId = 0;

  /** @throws ReaderDied */
  read(request: ReadRequest, timeoutMs: number): Promise<ReadAnswer> {
    this.lastId += 1;
    const id = this.lastId;
    const waiter = Promise.withResolvers<ReadAnswer>();
    this.waiting.set(id, waiter);
    this.child ??= this.start();
    const message: HostRequest = { id, request, timeoutMs };
    // the end of the host answers for what could not be sent any more
    this.child.send(message, () => undefined);
    return waiter.promise;
  }

  onApplicationShutdown(): void {
    this.child?.kill('SIGKILL');
  }

  private start(): ChildProcess {
    const child = fork(join(__dirname, `reader-host.child${extension}`), [], {
      env: {},
      execArgv: extension === '.ts' ? ['--import', 'tsx'] : [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('message', (answer: HostAnswer) => {
      this.settle(answer);
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

  private settle(answer: HostAnswer): void {
    const waiter = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ('answer' in answer) waiter?.resolve(answer.answer);
    else waiter?.reject(new ReaderDied(answer.died.timedOut, answer.died.reason));
  }
}
