import { PerformanceObserver } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

interface Turn {
  start: number;
  end: number;
  /** Milliseconds of processor time. */
  busy: number;
}

/** How long the collector of garbage ran within a turn. */
function collecting({ start, end }: Turn, collections: readonly PerformanceEntry[]): number {
  const within = collections.filter(({ startTime }) => startTime >= start && startTime <= end);
  return within.reduce((sum, { duration }) => sum + duration, 0);
}

function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/**
 * How long this process's thread was busy between two turns of its event loop while `act` ran, the
 * longest first, in milliseconds of processor time: neither what other processes do on the machine
 * counts, nor the collection of garbage, of which one that runs many tests has much.
 */
export async function longTurns(act: () => Promise<unknown>): Promise<number[]> {
  const collections: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => collections.push(...list.getEntries()));
  observer.observe({ entryTypes: ['gc'] });
  const turns: Turn[] = [];
  let last = { time: performance.now(), busy: processorTime() };
  const timer = setInterval(() => {
    const now = { time: performance.now(), busy: processorTime() };
    turns.push({ start: last.time, end: now.time, busy: now.busy - last.busy });
    last = now;
  }, 1);
  await act();
  clearInterval(timer);
  await sleep(20); // the observer is told later
  observer.disconnect();
  const busy = turns.map((turn) => Math.max(0, turn.busy - collecting(turn, collections)));
  return busy.toSorted((one, other) => other - one);
}
