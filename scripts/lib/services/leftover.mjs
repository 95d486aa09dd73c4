// @ts-check
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { errorCode } from '../setup-error.mjs';

const POLL_MS = 50;

/**
 * The command line of a running process; undefined when there is no such process.
 *
 * @param {number} pid
 * @returns {string | undefined}
 */
export function commandLine(pid) {
  try {
    if (process.platform === 'linux') {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || undefined;
    }
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/**
 * Stops a server whose keeper was killed. Process ids are reused, so only a process whose command
 * line carries the mark of that server is touched.
 *
 * @param {object} leftover
 * @param {number} leftover.pid
 * @param {string} leftover.mark text that only this server's command line holds
 * @param {readonly NodeJS.Signals[]} leftover.signals gentlest first
 * @param {number} leftover.patienceMs time given after each signal
 */
export async function stopLeftover({ pid, mark, signals, patienceMs }) {
  const isRunning = () => commandLine(pid)?.includes(mark) ?? false;
  for (const signal of signals) {
    if (!isRunning()) return;
    sendSignal(pid, signal);
    for (let waited = 0; waited < patienceMs && isRunning(); waited += POLL_MS) {
      await delay(POLL_MS);
    }
  }
}

/** @param {number} pid @param {NodeJS.Signals} signal */
function sendSignal(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}
