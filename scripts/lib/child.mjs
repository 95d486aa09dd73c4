// @ts-check
import { spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

const STOP_PATIENCE_MS = 10_000;

/**
 * One process of the application. It says `{type: 'ready'}` over its IPC channel when it serves,
 * stops on SIGTERM, and stops by itself when the channel breaks, which is what a killed launcher
 * looks like from inside.
 */
export class Child {
  #process;
  #gone = false;
  /** Resolves when it is ready; never, when it ends before. @type {Promise<void>} */
  ready;
  /** Resolves with its exit code once it is gone. @type {Promise<number>} */
  exited;

  /**
   * @param {string} node
   * @param {readonly string[]} entry flags of Node.js, then the file
   * @param {NodeJS.ProcessEnv} env
   */
  constructor(node, entry, env) {
    // A session of its own, so that a Ctrl-C reaches the launcher alone, which then stops it once.
    this.#process = spawn(node, ['--enable-source-maps', ...entry], {
      env,
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const kill = () => this.#process.kill('SIGKILL');
    process.once('exit', kill);
    this.exited = new Promise((resolve) => {
      this.#process.once('error', () => resolve(1));
      this.#process.once('exit', (code) => resolve(code ?? 1));
    });
    void this.exited.then(() => {
      this.#gone = true;
      process.removeListener('exit', kill);
    });
    this.ready = this.#readyMessage();
  }

  get pid() {
    return this.#process.pid;
  }

  /** @returns {Promise<void>} */
  #readyMessage() {
    return new Promise((resolve) => {
      this.#process.on('message', (message) => {
        const isReady = typeof message === 'object' && message !== null && 'type' in message;
        if (isReady && message.type === 'ready') resolve();
      });
    });
  }

  async stop() {
    if (this.#gone) return;
    this.#process.kill('SIGTERM');
    await Promise.race([this.exited, delay(STOP_PATIENCE_MS, undefined, { ref: false })]);
    if (!this.#gone) this.#process.kill('SIGKILL');
    await this.exited;
  }
}
