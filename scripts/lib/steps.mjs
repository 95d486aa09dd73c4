// @ts-check
import { setTimeout as delay } from 'node:timers/promises';

const FRAMES = ['-', '\\', '|', '/'];
const FRAME_MS = 120;
const REMINDER_MS = 15_000;

/** @param {number} since @returns {string} */
export function elapsed(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

/** @typedef {(detail: string) => void} Report says what the running step is doing right now */

/**
 * Numbered steps of a command: one line each, live with elapsed time on a terminal, plain lines
 * (with a reminder every 15 s) in a log file.
 */
export class Steps {
  #total;
  #out;
  #done = 0;

  /** @param {number} total @param {NodeJS.WriteStream} [out] */
  constructor(total, out = process.stdout) {
    this.#total = total;
    this.#out = out;
  }

  /**
   * A step whose programs write to the terminal themselves: named, not followed.
   *
   * @param {string} title
   */
  announce(title) {
    this.#out.write(`${this.#next(title)}\n`);
  }

  /**
   * @template T
   * @param {string} title
   * @param {(report: Report) => Promise<T>} work
   * @returns {Promise<T>}
   */
  async run(title, work) {
    const line = new StepLine(this.#out, this.#next(title));
    try {
      const result = await work((detail) => line.detail(detail));
      line.end('done');
      return result;
    } catch (error) {
      line.end('failed');
      throw error;
    }
  }

  /** @param {string} title */
  #next(title) {
    this.#done += 1;
    return `[${this.#done}/${this.#total}] ${title}`;
  }
}

class StepLine {
  #out;
  #title;
  #detail = '';
  #started = Date.now();
  #frame = 0;
  #ticking = new AbortController();

  /** @param {NodeJS.WriteStream} out @param {string} title */
  constructor(out, title) {
    this.#out = out;
    this.#title = title;
    if (!out.isTTY) out.write(`${title}\n`);
    void this.#tick(out.isTTY ? FRAME_MS : REMINDER_MS);
  }

  /** @param {string} text */
  detail(text) {
    this.#detail = text;
    if (!this.#out.isTTY) this.#out.write(`${this.#title}: ${text}\n`);
  }

  /** @param {string} outcome */
  end(outcome) {
    this.#ticking.abort();
    if (this.#out.isTTY) this.#out.write('\r\u001b[2K');
    this.#out.write(`${this.#title}: ${outcome} in ${elapsed(this.#started)}\n`);
  }

  /** @param {number} interval */
  async #tick(interval) {
    try {
      while (await delay(interval, true, { signal: this.#ticking.signal, ref: false })) {
        this.#draw();
      }
    } catch {
      // The step has ended.
    }
  }

  #draw() {
    const text = [this.#title, this.#detail, elapsed(this.#started)].filter(Boolean).join(' · ');
    if (!this.#out.isTTY) {
      this.#out.write(`${text}\n`);
      return;
    }
    this.#frame = (this.#frame + 1) % FRAMES.length;
    const width = Math.max(20, (this.#out.columns || 80) - 3);
    this.#out.write(`\r\u001b[2K${FRAMES[this.#frame]} ${text.slice(0, width)}`);
  }
}
