// @ts-check
import { spawn } from 'node:child_process';
import { closeSync, openSync, renameSync, statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

const LOG_LIMIT_BYTES = 5_000_000;

/**
 * A running server that the keeper owns.
 *
 * @typedef {object} Service
 * @property {string} url how to reach it, credentials included
 * @property {() => Promise<void>} stop resolves when its process is gone
 * @property {(signal: NodeJS.Signals) => Promise<void>} end by one signal; the same
 * @property {Promise<string>} exited resolves with the reason once its process is gone
 */

/**
 * @typedef {object} Command
 * @property {string} command
 * @property {readonly string[]} args
 * @property {import('node:child_process').SpawnOptions} options
 */

/** A child process with its output in a log file. */
export class ServiceProcess {
  #child;
  /** Resolves with the reason once the process is gone. @type {Promise<string>} */
  exited;
  #gone = false;

  /** @param {Command} command @param {string} log @param {string} [input] text for its stdin */
  constructor({ command, args, options }, log, input) {
    const file = openLog(log);
    this.#child = spawn(command, args, { ...options, stdio: ['pipe', file, file] });
    closeSync(file);
    this.#child.stdin?.on('error', () => undefined); // a process that died early reads nothing
    this.#child.stdin?.end(input);
    this.exited = new Promise((resolve) => {
      this.#child.once('error', (error) => resolve(error.message));
      this.#child.once('exit', (code, signal) => resolve(`exit ${signal ?? code}`));
    }).then((reason) => {
      this.#gone = true;
      return String(reason);
    });
  }

  get pid() {
    return this.#child.pid;
  }

  get isGone() {
    return this.#gone;
  }

  /** @param {NodeJS.Signals} signal one that ends it */
  async end(signal) {
    this.#child.kill(signal);
    await this.exited;
  }

  /**
   * Asks with each signal in turn, waiting for the process to end after each.
   *
   * @param {readonly NodeJS.Signals[]} signals
   * @param {number} patienceMs
   */
  async stop(signals, patienceMs) {
    for (const signal of signals) {
      if (this.#gone) return;
      this.#child.kill(signal);
      await Promise.race([this.exited, delay(patienceMs, undefined, { ref: false })]);
    }
    await this.exited;
  }
}

/**
 * Opens a log to append to; one that has grown large makes room, keeping one older file.
 *
 * @param {string} log
 * @returns {number}
 */
export function openLog(log) {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(log, `${log}.old`);
  return openSync(log, 'a', 0o600);
}
