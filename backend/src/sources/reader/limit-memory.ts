import { Worker } from 'node:worker_threads';

const WATCH = `
const { workerData } = require('node:worker_threads');
setInterval(() => {
  if (process.memoryUsage.rss() > workerData) process.kill(process.pid, 'SIGKILL');
}, 50);`;

/**
 * Ends this process when it holds more than `bytes`. V8's own limit does not count the buffers in
 * which files are unpacked; a thread of its own goes on looking while the main one is busy.
 */
export function limitMemory(bytes: number): void {
  new Worker(WATCH, { eval: true, workerData: bytes }).unref();
}
