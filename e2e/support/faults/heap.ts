import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { WebSocket } from 'ws';

/** To be put into the environment of a process whose memory is to be measured. */
export const INSPECTED = { NODE_OPTIONS: '--inspect=127.0.0.1:0' };

const SETTLING_MS = 500;
const COLLECTIONS = 3;

/**
 * What a process holds in memory after its garbage has been collected, in bytes; what it has not
 * collected yet says nothing about what it needs.
 *
 * @param output what it has printed, which tells where its inspector listens
 */
export async function settledMemory(child: ChildProcess, output: string): Promise<number> {
  const address = [...output.matchAll(/Debugger listening on (ws:\S+)/g)].at(-1)?.[1];
  if (address === undefined) throw new Error('the process is not inspected');
  const inspector = new WebSocket(address);
  await once(inspector, 'open');
  for (let id = 1; id <= COLLECTIONS; id += 1) {
    const answered = once(inspector, 'message');
    inspector.send(JSON.stringify({ id, method: 'HeapProfiler.collectGarbage' }));
    await answered;
    await delay(SETTLING_MS);
  }
  inspector.close();
  const status = readFileSync(`/proc/${String(child.pid)}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}
