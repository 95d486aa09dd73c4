// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { distDir, logsDir } from './paths.mjs';
import { SetupError } from './setup-error.mjs';

const STACK_LINE = /^\s+at /m;

/**
 * Runs one of the backend's own short programs. What it says when it fails is meant for people, so
 * it is shown as it is, unless it crashed.
 *
 * @param {string} program path below the backend's build
 * @param {{ node: string, env: NodeJS.ProcessEnv, signal: AbortSignal }} runtime
 */
export async function runBackendTool(program, { node, env, signal }) {
  const child = spawn(node, [join(distDir, 'backend', program)], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  }
  const stop = () => child.kill();
  signal.addEventListener('abort', stop, { once: true });
  const [code] = await once(child, 'close');
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  if (code === 0) return;
  if (output.trim() && !STACK_LINE.test(output)) throw new SetupError(output.trim());
  const log = join(logsDir, `${basename(program, '.js')}.log`);
  mkdirSync(logsDir, { recursive: true });
  writeFileSync(log, output);
  throw new SetupError(`${basename(program)} failed with exit code ${code}; see ${log}.`);
}
