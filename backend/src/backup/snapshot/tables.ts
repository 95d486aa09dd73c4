import type { Client } from 'pg';
import { BackupError } from './backup-error';

export interface Table {
  name: string;
  columns: string[];
  /** Columns of the primary key, with whether they are put in order by a collation. */
  key: { name: string; collates: boolean }[];
  /** Tables that it refers to, itself excluded. */
  refersTo: string[];
}

/** Tables whose rows belong to the installation, not to its data, and why. */
export const NOT_IN_BACKUP: Readonly<Record<string, string>> = {
  migrations: 'written when the schema is made anew',
  backups: 'of the installation that made them',
  restore_drills: 'of the installation that made them',
};

const TABLES = `select c.relname::text as name,
    (select json_agg(a.attname order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = '') as columns,
    coalesce((select json_agg(json_build_object('name', a.attname,
        'collates', a.attcollation <> 0) order by array_position(i.indkey::int2[], a.attnum))
      from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
      where i.indrelid = c.oid and i.indisprimary), '[]') as key,
    coalesce((select json_agg(distinct r.relname) from pg_constraint f
      join pg_class r on r.oid = f.confrelid
      where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid), '[]') as "refersTo"
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and not c.relispartition
  order by c.relname collate "C"`;

/** The tables of a database that belong into a backup, each after those that it refers to. */
export async function tablesOf(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(TABLES);
  return inOrder(rows.filter(({ name }) => !(name in NOT_IN_BACKUP)));
}

function inOrder(tables: readonly Table[]): Table[] {
  const ordered = new Map<string, Table>();
  while (ordered.size < tables.length) {
    const next = tables.filter(
      ({ name, refersTo }) => !ordered.has(name) && refersTo.every((other) => ordered.has(other)),
    );
    if (next.length === 0) throw new BackupError('Tables refer to each other in a circle.');
    for (const table of next) ordered.set(table.name, table);
  }
  return [...ordered.values()];
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
