// @ts-check
import { constants } from 'node:os';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { logsDir } from './paths.mjs';
import { Interrupted, SetupError, errorMessage } from './setup-error.mjs';

/**
 * A terminal sends its Ctrl-C to npm and to us, and npm forwards it: what comes within this time
 * of the first signal is the same key press.
 */
const SAME_PRESS_MS = 1_000;
const PARENT_CHECK_MS = 500;

/**
 * Runs a command to its exit code. Ctrl-C, SIGTERM and SIGHUP abort the signal it is given, with
 * an `Interrupted` as the reason; a second one ends the process on the spot.
 *
 * @param {(signal: AbortSignal) => Promise<number>} command resolves with the exit code
 */
export async function runMain(command) {
  const stopping = new AbortController();
  let stoppingSince = 0;
  /** @param {NodeJS.Signals} name */
  const stop = (name) => {
    if (!stopping.signal.aborted) {
      stoppingSince = Date.now();
      stopping.abort(new Interrupted(name));
    } else if (Date.now() - stoppingSince > SAME_PRESS_MS) {
      process.exit(exitCodeOf(name));
    }
  };
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(name, stop);
  if (process.env.npm_lifecycle_event) onParentGone(() => stop('SIGTERM'));
  process.stdout.on('error', () => undefined); // a closed terminal must not keep us from cleaning up
  process.stderr.on('error', () => undefined);
  try {
    process.exit(await command(stopping.signal));
  } catch (error) {
    process.exit(explain(stopping.signal.aborted ? stopping.signal.reason : error));
  }
}

/**
 * npm passes a signal on to the shell that it started us with, not to us, and a killed npm passes
 * on nothing; either way we lose our parent.
 *
 * @param {() => void} stop
 */
function onParentGone(stop) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, PARENT_CHECK_MS);
  timer.unref();
}

/** @param {unknown} error @returns {number} the exit code */
function explain(error) {
  if (error instanceof Interrupted) {
    console.error(error.message);
    return exitCodeOf(error.signal);
  }
  if (error instanceof SetupError) {
    console.error(`\n${error.message}`);
    return 1;
  }
  const log = join(logsDir, 'last-error.log');
  mkdirSync(logsDir, { recursive: true });
  writeFileSync(log, error instanceof Error ? `${error.stack}\n` : String(error));
  console.error(`\nUnexpected: ${errorMessage(error)} (the details are in ${log}).`);
  return 1;
}

/** @param {NodeJS.Signals} signal @returns {number} */
function exitCodeOf(signal) {
  return 128 + constants.signals[signal];
}

/** @param {AbortSignal} signal @returns {Promise<'interrupted'>} */
export function interruption(signal) {
  return new Promise((resolve) => {
    const settle = () => resolve('interrupted');
    if (signal.aborted) settle();
    else signal.addEventListener('abort', settle, { once: true });
  });
}
