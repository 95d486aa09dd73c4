import { Injectable } from '@nestjs/common';
import { once } from 'node:events';

/** Passes the gate on to the next one; more than once is as good as once. */
export type Leave = () => void;

const open: Leave = () => undefined;

/**
 * Lets the calls of a job through one at a time, in the order in which they come. Who holds the gate
 * has nothing yet that outlives a crash, so that of all that a worker has asked for at most one
 * call has to be repeated.
 */
@Injectable()
export class CallGate {
  /** Settled when the last one that has come has left. */
  private readonly queues = new Map<string, Promise<unknown>>();

  /** Nobody is in, and nobody waits. */
  get isIdle(): boolean {
    return this.queues.size === 0;
  }

  /**
   * Resolves when it is this one's turn. Calls outside of jobs are not held up.
   * @throws the reason of the signal
   */
  async enter(jobId: string | undefined, signal?: AbortSignal): Promise<Leave> {
    if (jobId === undefined) return open;
    const { promise: left, resolve: leave } = Promise.withResolvers<undefined>();
    const before = this.queues.get(jobId);
    // who gives up while waiting has left, but does not let the next one past those before
    this.lineUp(jobId, before === undefined ? left : before.then(() => left));
    try {
      await turn(before, signal);
      return () => {
        leave(undefined);
      };
    } catch (error) {
      leave(undefined);
      throw error;
    }
  }

  private lineUp(jobId: string, last: Promise<unknown>): void {
    this.queues.set(jobId, last);
    void last.then(() => {
      if (this.queues.get(jobId) === last) this.queues.delete(jobId);
    });
  }
}

async function turn(before: Promise<unknown> | undefined, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  if (signal === undefined || before === undefined) return void (await before);
  const waited = new AbortController();
  try {
    // the listener goes when the wait is over: a job's signal lives as long as its run
    const aborted = once(signal, 'abort', { signal: waited.signal });
    aborted.catch(() => undefined);
    await Promise.race([before, aborted]);
    signal.throwIfAborted();
  } finally {
    waited.abort();
  }
}
