// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

const SAMPLE_MS = 10;
const MIB = 1024;

/** @param {string} path @returns {string} empty for a process that is gone */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** @param {number} pid @returns {number[]} the process and those that it started */
function family(pid) {
  const tasks = readTasks(pid);
  const children = tasks.flatMap((task) =>
    read(`/proc/${pid}/task/${task}/children`).split(' ').filter(Boolean).map(Number),
  );
  return [pid, ...children.flatMap(family)];
}

/** @param {number} pid */
function readTasks(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** @param {number} pid @returns {number} MiB that the process and its children have in memory */
function memoryOf(pid) {
  const sizes = family(pid).map((one) => /^VmRSS:\s+(\d+)/m.exec(read(`/proc/${one}/status`))?.[1]);
  return sizes.reduce((sum, size) => sum + Number(size ?? 0), 0) / MIB;
}

/** The clock of /proc. */
const TICKS_A_SECOND = 100;

/** @param {number} pid @returns {number} seconds of processor time, with children that have ended */
function processorTimeOf(pid) {
  const ticks = family(pid).map((one) => {
    const [, fields = ''] = read(`/proc/${one}/stat`).split(') ');
    return fields.split(' ').slice(11, 15).map(Number);
  });
  return ticks.flat().reduce((sum, ticked) => sum + ticked, 0) / TICKS_A_SECOND;
}

/**
 * Runs a program to its end.
 *
 * @param {readonly [program: string, ...args: string[]]} command
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ seconds: number, worked: number, mib: number, output: string }>} by the clock
 *   from its start, of the processor, and the most memory that it had
 */
export async function run([program, ...args], { cwd, env = process.env }) {
  const started = performance.now();
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (text) => (output += String(text)));
  const ended = new AbortController();
  let [mib, worked] = [0, 0];
  const sampling = (async () => {
    while (!ended.signal.aborted) {
      mib = Math.max(mib, memoryOf(child.pid ?? 0));
      worked = Math.max(worked, processorTimeOf(child.pid ?? 0));
      await delay(SAMPLE_MS);
    }
  })();
  const [code] = await once(child, 'close');
  const seconds = (performance.now() - started) / 1000;
  ended.abort();
  await sampling;
  if (code !== 0) throw new Error(`${program} ended with exit code ${code}.`);
  return { seconds, worked, mib, output };
}
