// @ts-check

const WINDOW_MS = 60_000;
const MOST_DEATHS = 5;
const FIRST_DELAY_MS = 1_000;

/** How soon a process that died is started again: 1, 2, 4, 8 s, and not after a fifth in a minute. */
export class RestartPolicy {
  /** @type {number[]} */
  #deaths = [];

  /**
   * @param {number} now milliseconds
   * @returns {number | undefined} delay in milliseconds; nothing when it is time to give up
   */
  afterDeath(now) {
    this.#deaths = [...this.#deaths.filter((death) => now - death < WINDOW_MS), now];
    if (this.#deaths.length >= MOST_DEATHS) return undefined;
    return FIRST_DELAY_MS * 2 ** (this.#deaths.length - 1);
  }
}
