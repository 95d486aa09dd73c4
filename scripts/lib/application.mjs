// @ts-check
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Child } from './child.mjs';
import { distDir } from './paths.mjs';
import { RestartPolicy } from './restart-policy.mjs';

/** @typedef {import('./settings.mjs').Role} Role */
/**
 * @typedef {object} Runtime
 * @property {string} node path of the Node.js binary
 * @property {NodeJS.ProcessEnv} env
 * @property {string} [backend] folder of `main.js` and `worker.js`, by default the build's
 */
/** @typedef {{ code: number, reason: string }} Ending */

/**
 * What a document leaves behind is garbage soon; by itself V8 would give each thread up to 128 MiB for
 * what is young before it collects any.
 */
const WORKER_FLAGS = ['--max-semi-space-size=8'];

/** @param {Runtime} runtime @param {string} file @param {readonly string[]} [flags] @returns {Child} */
function startChild({ node, env, backend = join(distDir, 'backend') }, file, flags = []) {
  return new Child(node, [...flags, join(backend, file)], env);
}

/** The processes of one start: the API, a job worker, or both. */
export class Application {
  #api;
  #worker;

  /** @param {Role} role @param {Runtime} runtime */
  constructor(role, runtime) {
    if (role !== 'worker') this.#api = startChild(runtime, 'main.js');
    if (role !== 'api') this.#worker = new Worker(runtime);
  }

  /** Resolves when all of it serves. @returns {Promise<unknown>} */
  get ready() {
    return Promise.all([this.#api?.ready, this.#worker?.ready]);
  }

  /** Resolves when a part that is not replaced has ended unasked. @returns {Promise<Ending>} */
  get ended() {
    const api = this.#api?.exited.then((code) => ({
      code: code || 1,
      reason: `The API stopped (exit code ${code}); its last messages are above.`,
    }));
    const endings = [api, this.#worker?.gaveUp].filter((ending) => ending !== undefined);
    return Promise.race(endings);
  }

  /** The process ids of what runs at this moment. */
  get pids() {
    return [this.#api?.pid, this.#worker?.pid].filter((pid) => pid !== undefined);
  }

  /** The worker of this moment; undefined where there is none. */
  get workerPid() {
    return this.#worker?.pid;
  }

  async stop() {
    await Promise.all([this.#api?.stop(), this.#worker?.stop()]);
  }
}

/** A job worker that is replaced when it dies; its jobs go on from their last finished section. */
class Worker {
  #runtime;
  #policy = new RestartPolicy();
  #stopping = new AbortController();
  #child;
  /** @type {() => void} */
  #markReady = () => undefined;
  /** Resolves when one has become ready. @type {Promise<void>} */
  ready = new Promise((resolve) => (this.#markReady = () => resolve()));
  /** Resolves when it dies again and again. @type {Promise<Ending>} */
  gaveUp;

  /** @param {Runtime} runtime */
  constructor(runtime) {
    this.#runtime = runtime;
    this.#child = this.#start();
    this.gaveUp = this.#keepRunning();
  }

  #start() {
    const child = startChild(this.#runtime, 'worker.js', WORKER_FLAGS);
    void child.ready.then(this.#markReady);
    return child;
  }

  /** @returns {Promise<Ending>} */
  async #keepRunning() {
    const { signal } = this.#stopping;
    for (;;) {
      const code = await this.#child.exited;
      if (signal.aborted) return new Promise(() => undefined);
      const pause = this.#policy.afterDeath(Date.now());
      if (pause === undefined) {
        const reason = `The job worker keeps stopping (exit code ${code}); its last messages are above.`;
        return { code: 1, reason };
      }
      console.error(
        `The job worker stopped (exit code ${code}); starting it again in ${pause / 1000} s.`,
      );
      await delay(pause, undefined, { signal }).catch(() => undefined);
      if (!signal.aborted) this.#child = this.#start();
    }
  }

  get pid() {
    return this.#child.pid;
  }

  async stop() {
    this.#stopping.abort();
    await this.#child.stop();
  }
}
