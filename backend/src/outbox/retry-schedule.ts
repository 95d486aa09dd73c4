const FIRST_PAUSE_MS = 10_000;
const GROWTH = 4;
const LONGEST_PAUSE_MS = 6 * 3_600_000;

/** Over about a day: longer than a mail server is away, shorter than a message makes sense. */
const MAX_ATTEMPTS = 10;

/** Milliseconds until the next attempt after so many; undefined when there is to be none. */
export function pauseAfter(attempts: number): number | undefined {
  if (attempts >= MAX_ATTEMPTS) return undefined;
  return Math.min(FIRST_PAUSE_MS * GROWTH ** (attempts - 1), LONGEST_PAUSE_MS);
}
