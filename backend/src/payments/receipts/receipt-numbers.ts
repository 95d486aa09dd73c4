import type { EntityManager } from 'typeorm';

const NEXT = `insert into receipt_counters as c (year, last) values ($1, 1)
  on conflict (year) do update set last = c.last + 1 returning last`;

const DIGITS = 6;

/** The next number of the year: without gaps, since it is taken back with its transaction. */
export async function nextReceiptNumber(manager: EntityManager, at: Date): Promise<string> {
  const year = at.getUTCFullYear();
  const [row] = await manager.query<{ last: number }[]>(NEXT, [year]);
  return `${String(year)}-${String(row?.last).padStart(DIGITS, '0')}`;
}
