import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What is asked again and again, with which token, and the process that answers. */
export interface Target {
  url: string;
  token: string;
  pid: number;
}

export interface Observation {
  /** Milliseconds of each answer. */
  waits: number[];
  statuses: number[];
  /** Bytes, of the largest process below it. */
  peakMemory: number;
  /** Processes below it that were seen. */
  readers: number;
  /** Share of all processors that was used, by whomever. */
  load: number;
}

/** Measures answers of a system, and the memory of its children, from outside of the suite. */
export class Observer {
  private readonly child: ChildProcess;

  constructor(target: Target) {
    const transpile = join(__dirname, '../../backend/src/testing/jobs/transpile.cjs');
    this.child = fork(join(__dirname, 'observer.child.ts'), { execArgv: ['--require', transpile] });
    this.child.send(target);
  }

  /** What was seen since the last report. */
  async report(): Promise<Observation> {
    const answer = once(this.child, 'message') as Promise<[Observation]>;
    this.child.send('report');
    return (await answer)[0];
  }

  stop(): void {
    this.child.disconnect();
  }
}

/** The time within which `share` of the answers came. */
export function percentile(waits: readonly number[], share: number): number {
  const sorted = [...waits].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
