import { readdirSync, readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { cpus } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { Observation, Target } from './observer';

/*
 * Watches a started system from a process of its own, so that what the suite itself is busy with
 * does not count as the system's slowness.
 */

/** Between two requests; a busy student's browser, not a load test. */
const PAUSE_MS = 4;
const LOOK_AT_MEMORY_EVERY_MS = 10;

const agent = new Agent({ keepAlive: true });
let waits: number[] = [];
let statuses = new Set<number>();
let peakMemory = 0;
let readers = new Set<string>();
let processor = processorTimes();

function ask({ url, token }: Target): Promise<void> {
  const asked = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { Authorization: `Bearer ${token}` } }, (response) => {
      response.resume().once('end', () => {
        waits.push(performance.now() - asked);
        statuses.add(response.statusCode ?? 0);
        resolve();
      });
    }).once('error', reject);
  });
}

function childrenOf(pid: string): string[] {
  try {
    const tasks = readdirSync(`/proc/${pid}/task`);
    const lists = tasks.map((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8'));
    return lists.join(' ').split(' ').filter(Boolean);
  } catch {
    // it has ended meanwhile
    return [];
  }
}

/** The most memory that each process below this one has held so far, as the kernel has kept it. */
function lookAtMemory(pid: string): void {
  for (const child of childrenOf(pid)) {
    readers.add(child);
    peakMemory = Math.max(peakMemory, peakOf(child));
    lookAtMemory(child);
  }
}

function peakOf(pid: string): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

function processorTimes(): { all: number; idle: number } {
  const times = cpus().map((cpu) => cpu.times);
  const idle = times.reduce((sum, one) => sum + one.idle, 0);
  const all = times.reduce((sum, one) => sum + one.user + one.nice + one.sys + one.irq, idle);
  return { all, idle };
}

/** What was seen since the last time. */
function observed(): Observation {
  const now = processorTimes();
  const load = 1 - (now.idle - processor.idle) / Math.max(1, now.all - processor.all);
  const observation = { waits, statuses: [...statuses], peakMemory, readers: readers.size, load };
  waits = [];
  statuses = new Set();
  peakMemory = 0;
  readers = new Set();
  processor = now;
  return observation;
}

async function observe(target: Target): Promise<void> {
  setInterval(() => {
    lookAtMemory(String(target.pid));
  }, LOOK_AT_MEMORY_EVERY_MS);
  for (;;) {
    await ask(target);
    await delay(PAUSE_MS);
  }
}

process.on('message', (message: Target | 'report') => {
  if (message === 'report') process.send?.(observed());
  else void observe(message);
});
process.on('disconnect', () => process.exit(0));
