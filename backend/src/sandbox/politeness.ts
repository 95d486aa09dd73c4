import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Part of every Linux distribution's base; elsewhere readers only run at a lower priority. */
const CHRT = '/usr/bin/chrt';

const isThere = process.platform === 'linux' && existsSync(CHRT);

/**
 * How a reader is started. In the scheduler's class for idle time it is pushed aside at once by
 * whoever has something to do; at a lower priority alone, others wait for the end of its time slice,
 * some milliseconds.
 */
export function politeStart(execArgv: readonly string[]): { execPath: string; execArgv: string[] } {
  return isThere
    ? { execPath: CHRT, execArgv: ['--idle', '0', process.execPath, ...execArgv] }
    : { execPath: process.execPath, execArgv: [...execArgv] };
}

/** Gives a reader its turn among all others: where there is no idle time, it would never end. */
export function endPoliteness(pid: number): void {
  if (!isThere) return;
  // that it has ended meanwhile is no failure
  execFile(CHRT, ['--other', '--all-tasks', '--pid', '0', String(pid)], () => undefined);
}
