import { QueryFailedError } from 'typeorm';

/** PostgreSQL's codes (appendix A of its manual) that say something about the request. */
const CODES = { foreign_key: '23503', check: '23514' } as const;

/** Whether PostgreSQL refused a statement, or a commit, for breaking such a constraint. */
export function violates(error: unknown, ...constraints: (keyof typeof CODES)[]): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code } = error.driverError as { code?: unknown };
  return constraints.some((constraint) => CODES[constraint] === code);
}
