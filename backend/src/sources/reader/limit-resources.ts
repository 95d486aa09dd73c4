import { Worker } from 'node:worker_threads';

export interface ResourceLimits {
  /** Resident memory in bytes. */
  memory: number;
  /** Processor time in seconds: unlike the clock's, it does not depend on what else is running. */
  cpu: number;
}

/** The signal that ends a process which used up its processor time; memory ends it by SIGKILL. */
export const OUT_OF_TIME = 'SIGTERM';

const WATCH = `
const { workerData: { memory, cpu, signal } } = require('node:worker_threads');
setInterval(() => {
  const { user, system } = process.cpuUsage();
  if (process.memoryUsage.rss() > memory) process.kill(process.pid, 'SIGKILL');
  else if ((user + system) / 1e6 > cpu) process.kill(process.pid, signal);
}, 50);`;

/**
 * Ends this process when it uses more than it may. V8's own limit does not count the buffers in
 * which files are unpacked; a thread of its own goes on looking while the main one is busy.
 */
export function limitResources(limits: ResourceLimits): void {
  const workerData = { ...limits, signal: OUT_OF_TIME };
  new Worker(WATCH, { eval: true, workerData }).unref();
}
