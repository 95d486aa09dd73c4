import { constants, setPriority } from 'node:os';
import { Worker } from 'node:worker_threads';

export interface ResourceLimits {
  /** Resident memory in bytes. */
  memory: number;
  /**
   * Processor time in seconds, to begin with and with all that is earned: unlike the clock's, it
   * does not depend on what else is running.
   */
  cpu: { start: number; most: number };
}

/** The signal that ends a process which used up its processor time; memory ends it by SIGKILL. */
export const OUT_OF_TIME = 'SIGTERM';

const WATCH = `
const { workerData: { memory, cpu, earned, signal } } = require('node:worker_threads');
setInterval(() => {
  const { user, system } = process.cpuUsage();
  const time = Math.min(cpu.start + Atomics.load(earned, 0) / 1000, cpu.most);
  if (process.memoryUsage.rss() > memory) process.kill(process.pid, 'SIGKILL');
  else if ((user + system) / 1e6 > time) process.kill(process.pid, signal);
}, 10);`;

const earned = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/**
 * Gives this process more time for a part of its work that is done. So a file of many pages may
 * take long, but a small one in which some page never ends may not.
 */
export function earnTime(milliseconds: number): void {
  Atomics.add(earned, 0, milliseconds);
}

/**
 * Ends this process when it uses more than it may, and lets everyone else go first. V8's own limit
 * does not count the buffers in which files are unpacked; a thread of its own goes on looking while
 * the main one is busy, often, since such a buffer doubles within a blink.
 */
export function limitResources(limits: ResourceLimits): void {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const workerData = { ...limits, earned, signal: OUT_OF_TIME };
  new Worker(WATCH, { eval: true, workerData }).unref();
}
