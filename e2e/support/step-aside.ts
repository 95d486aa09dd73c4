import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';

const CHRT = '/usr/bin/chrt';
const run = promisify(execFile);

async function setClass(name: 'idle' | 'other'): Promise<void> {
  if (!existsSync(CHRT)) return;
  await run(CHRT, [`--${name}`, '--all-tasks', '--pid', '0', String(process.pid)]);
}

/**
 * Does `work` with what time of the processors nobody else wants, as if this suite, which plays the
 * users, sat at machines of their own.
 */
export async function steppingAside<T>(work: () => Promise<T>): Promise<T> {
  await setClass('idle');
  try {
    return await work();
  } finally {
    await setClass('other');
  }
}
