import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { WebSocket } from 'ws';

/** To be put into the environment of a process whose memory is to be measured. */
export const INSPECTED = { NODE_OPTIONS: '--inspect=127.0.0.1:0' };

const SETTLING_MS = 500;
/** Of processor time meanwhile: one that is at rest still has its timers. */
const AT_REST_MS = 25;
const RESTS = 4;
const PATIENCE_MS = 60_000;
/** The unit of times in /proc, which Linux has fixed. */
const TICK_MS = 10;
const COLLECTIONS = 3;

/** In bytes. */
interface Memory {
  /** What the system has given to the process, and it may use again. */
  resident: number;
  /** What is in use of it, inside and outside of the heap. */
  held: number;
}

interface Answer {
  id?: number;
  result?: { result?: { value?: NodeJS.MemoryUsage } };
}

/** Processor time of a process so far, in milliseconds. */
function busyTime({ pid }: ChildProcess): number {
  const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  // the second field is a name in brackets, which may hold spaces
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user, system] = fields.slice(11, 13).map(Number);
  return ((user ?? 0) + (system ?? 0)) * TICK_MS;
}

/**
 * Waits until the process has done what it has begun, be it only to fill the buffers of its clients.
 * Several looks, since one that waits for its database rests as well.
 */
async function atRest(child: ChildProcess): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  let last = busyTime(child);
  for (let rests = 0; rests < RESTS;) {
    if (Date.now() > deadline) throw new Error('the process has not come to rest');
    await delay(SETTLING_MS);
    const now = busyTime(child);
    rests = now - last > AT_REST_MS ? 0 : rests + 1;
    last = now;
  }
}

/** Calls the inspector of a process, and waits for its answer to this very call. */
async function call(inspector: WebSocket, id: number, method: string, params = {}) {
  inspector.send(JSON.stringify({ id, method, params }));
  for (;;) {
    const [data] = (await once(inspector, 'message')) as [Buffer];
    const answer = JSON.parse(data.toString()) as Answer;
    if (answer.id === id) return answer.result?.result?.value;
  }
}

/**
 * What a process has in memory when it is at rest and its garbage has been collected; what it has
 * not collected yet says nothing about what it needs.
 *
 * @param output what it has printed, which tells where its inspector listens
 */
export async function settledMemory(child: ChildProcess, output: string): Promise<Memory> {
  const address = [...output.matchAll(/Debugger listening on (ws:\S+)/g)].at(-1)?.[1];
  if (address === undefined) throw new Error('the process is not inspected');
  await atRest(child);
  const inspector = new WebSocket(address);
  await once(inspector, 'open');
  for (let id = 1; id <= COLLECTIONS; id += 1) {
    await call(inspector, id, 'HeapProfiler.collectGarbage');
    await delay(SETTLING_MS);
  }
  const expression = { expression: 'process.memoryUsage()', returnByValue: true };
  const usage = await call(inspector, COLLECTIONS + 1, 'Runtime.evaluate', expression);
  if (usage === undefined) throw new Error('the process did not say what it uses');
  inspector.close();
  const status = readFileSync(`/proc/${String(child.pid)}/status`, 'utf8');
  const resident = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  return { resident, held: usage.heapUsed + usage.external };
}
