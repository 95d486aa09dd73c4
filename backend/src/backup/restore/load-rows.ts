import type { Client } from 'pg';
import { BackupError } from '../snapshot/backup-error';
import { agreeOnText, digestOf, putRows } from '../snapshot/copy-rows';
import type { Passed } from '../snapshot/digest';
import type { Manifest, SavedTable } from '../snapshot/manifest';
import { fileOfTable, readable, type Snapshots } from '../snapshot/snapshots';
import { quoted, type Table, tablesOf } from '../snapshot/tables';

/**
 * Puts the rows of a backup into a database that has its schema and no rows, and reads them back: in
 * one transaction, so that it is all of them, as they were, or none.
 * @throws BackupError when something of it is missing, damaged or different once it is in
 */
export async function loadRows(
  client: Client,
  manifest: Manifest,
  snapshots: Snapshots,
): Promise<void> {
  await client.query('begin');
  await agreeOnText(client);
  const tables = await matched(client, manifest);
  // Triggers have seen these rows before; some of them ask for others that come later
  await forEach(client, tables, 'disable trigger user');
  // What migrations have put in is in the backup, as it was at last
  await client.query(`truncate ${tables.map(({ name }) => quoted(name)).join(', ')}`);
  for (const saved of manifest.tables) await load(client, saved, manifest.id, snapshots);
  await client.query('set constraints all immediate');
  await forEach(client, tables, 'enable trigger user');
  for (const table of tables) same(savedOf(manifest, table), await digestOf(client, table));
  await client.query('commit');
  await client.query('analyze');
}

const savedOf = ({ tables }: Manifest, { name }: Pick<Table, 'name'>) =>
  tables.find((table) => table.name === name);

async function forEach(client: Client, tables: readonly Table[], action: string): Promise<void> {
  for (const { name } of tables) await client.query(`alter table ${quoted(name)} ${action}`);
}

/** The tables of the database, which have to be those of the backup. */
async function matched(client: Client, manifest: Manifest): Promise<Table[]> {
  const tables = await tablesOf(client);
  const names = (all: readonly { name: string }[]) =>
    all
      .map(({ name }) => name)
      .sort()
      .join(', ');
  if (names(tables) === names(manifest.tables)) return tables;
  throw new BackupError('The backup has other tables than its schema.');
}

async function load(
  client: Client,
  saved: SavedTable,
  id: string,
  snapshots: Snapshots,
): Promise<void> {
  const name = `The table ${saved.name}`;
  const rows = await snapshots.opened(fileOfTable(id, saved.name), name);
  same(saved, await readable(putRows(client, saved, rows), name));
}

function same(saved: SavedTable | undefined, { sha256, lines }: Passed): void {
  if (saved?.sha256 === sha256 && saved.rows === lines) return;
  throw new BackupError(`The table ${String(saved?.name)} is not what the manifest says.`);
}
