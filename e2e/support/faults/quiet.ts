import { cpus } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';

const LOOK_MS = 500;
/** Share of all processors that others may use while the suite itself does nothing. */
const QUIET_LOAD = 0.2;

function processorTimes(): { all: number; idle: number } {
  const times = cpus().map((cpu) => cpu.times);
  const idle = times.reduce((sum, one) => sum + one.idle, 0);
  const all = times.reduce((sum, one) => sum + one.user + one.nice + one.sys + one.irq, idle);
  return { all, idle };
}

/**
 * Whether nobody else keeps the machine busy. Where somebody does, times say nothing about the
 * product: they are printed, and not judged. To be asked while the suite does nothing.
 */
export async function isQuiet(): Promise<boolean> {
  const before = processorTimes();
  await delay(LOOK_MS);
  const after = processorTimes();
  return 1 - (after.idle - before.idle) / Math.max(1, after.all - before.all) < QUIET_LOAD;
}

export const quietOrNot = (quiet: boolean): string => (quiet ? 'quiet' : 'busy with others');
