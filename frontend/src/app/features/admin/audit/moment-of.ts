const DAY_MS = 86_400_000;

/**
 * The first moment of a day in UTC, as the API takes it; undefined for what is no day.
 * @param later so many days later
 */
export function momentOf(day: string | undefined, later = 0): string | undefined {
  const start = /^\d{4}-\d{2}-\d{2}$/.test(day ?? '')
    ? Date.parse(`${String(day)}T00:00:00Z`)
    : NaN;
  return Number.isNaN(start) ? undefined : new Date(start + later * DAY_MS).toISOString();
}
