// @ts-check

/**
 * How long work takes that is done in this order by so many hands, if nothing else takes any time.
 *
 * @param {number[]} durations
 * @param {number} hands
 * @returns {number}
 */
export function makespan(durations, hands) {
  const free = Array.from({ length: hands }, () => 0);
  for (const duration of durations) {
    const next = free.indexOf(Math.min(...free));
    free[next] = (free[next] ?? 0) + duration;
  }
  return Math.max(...free);
}
