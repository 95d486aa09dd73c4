// @ts-check
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { SetupError, errorMessage } from './setup-error.mjs';

const TAIL_LINES = 15;
const NPM_ERRORS = 6;

/**
 * @typedef {object} CommandOptions
 * @property {string} log file that takes everything the command prints
 * @property {string} failure sentence that names what could not be done, and the remedy if known
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {AbortSignal} [signal] ends the command
 */

/**
 * Runs a command with its output in a log file.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} options
 * @throws {SetupError} with the sentence given and the log's last lines, when the command fails
 */
export async function runLogged(command, args, { log, failure, ...options }) {
  mkdirSync(dirname(log), { recursive: true });
  const file = openSync(log, 'w');
  try {
    const code = await exitCode(command, args, { ...options, stdio: ['ignore', file, file] });
    if (code === 0) return;
  } catch (error) {
    options.signal?.throwIfAborted();
    throw new SetupError(`${failure} (${command}: ${errorMessage(error)})`, { cause: error });
  } finally {
    closeSync(file);
  }
  options.signal?.throwIfAborted();
  throw new SetupError(`${failure} ${quoteLog(log)}`);
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>} the exit code; 128 when a signal ended the command
 */
export function exitCode(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, options);
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 128));
  });
}

/**
 * The end of a log, ready to be put behind a sentence.
 *
 * @param {string} log
 * @returns {string}
 */
export function quoteLog(log) {
  return `Its messages (all of them are in ${log}):\n${tail(log)}`;
}

/**
 * What matters of a log: npm's errors, the first of which says what is wrong, or the last lines.
 *
 * @param {string} log
 * @returns {string}
 */
export function tail(log) {
  try {
    const lines = stripVTControlCharacters(readFileSync(log, 'utf8')).trimEnd().split('\n');
    const npmErrors = lines.filter((line) => /^npm error \S/.test(line));
    const chosen = npmErrors.length > 0 ? npmErrors.slice(0, NPM_ERRORS) : lines.slice(-TAIL_LINES);
    return chosen.join('\n') || '(no messages)';
  } catch {
    return '(no messages)';
  }
}
