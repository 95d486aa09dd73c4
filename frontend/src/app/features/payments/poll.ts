const FIRST_MS = 1000;
const LAST_MS = 10_000;
const GROWTH = 1.2;

/**
 * Looks again and again, ever more rarely: what takes longer than a minute may take days.
 * @returns what ends it
 */
export function poll(look: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let ended = false;
  const next = (delay: number) => {
    timer = setTimeout(() => {
      void look().then(() => {
        if (!ended) next(Math.min(LAST_MS, delay * GROWTH));
      });
    }, delay);
  };
  next(FIRST_MS);
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
