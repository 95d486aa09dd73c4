import type { Configuration } from '../../config';

/** One kind of rows that has its time, and what becomes of it then. */
export interface RetentionRule {
  /** As the register (`docs/privacy.md`) calls it. */
  what: string;
  table: string;
  /** Days that it is kept: a number, or a setting of the operator's. */
  days: number | keyof Configuration['retention'];
  /** From when they count, as the register says it. */
  since: string;
  /** True of rows that have had their time; $1 is the period. */
  over: string;
  /** The function of the database's owner that does it, where the role that serves may not. */
  byOwner?: string;
  /** The column that names the row's file in the store, which goes with it. */
  file?: string;
}

/** Rows taken at a time, so that no lock is held for long. */
export const ROWS_AT_ONCE = 5000;

/** Takes a batch of what is over; rows that somebody has in hand come the next time. */
export function statementOf({ table, over, file, byOwner }: RetentionRule): string {
  if (byOwner !== undefined) return `select ${byOwner}($1::interval) as count`;
  return `with spent as (select ctid from ${table} where ${over}
      limit ${String(ROWS_AT_ONCE)} for update skip locked)
    delete from ${table} using spent where ${table}.ctid = spent.ctid
    ${file === undefined ? '' : `returning ${file} as file`}`;
}

export const daysOf = ({ days }: RetentionRule, { retention }: Configuration): number =>
  typeof days === 'number' ? days : retention[days];
