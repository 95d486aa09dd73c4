import type { Client } from 'pg';
import type { Configuration } from '../../config';
import { MissingFileError, type Storage } from '../../storage';
import { eachOf, withClient } from '../connections';
import { STORED_FILES } from '../stored-files';
import { BackupError } from './backup-error';
import { agreeOnText, rowsOf } from './copy-rows';
import { Digest } from './digest';
import { FileVault, placeOf } from './file-vault';
import { FORMAT, type Manifest, type SavedFile, type SavedTable } from './manifest';
import { seal } from './sealed-file';
import { fileOfTable, newSnapshotId, type Snapshots } from './snapshots';
import { type Table, tablesOf } from './tables';

const FILES_AT_ONCE = 8;

/** What has been backed up, in numbers. */
export interface Taken {
  manifest: Manifest;
  rows: number;
  /** Files that the target did not have yet. */
  filesCopied: number;
}

type Database = Pick<Manifest, 'asOf' | 'migration' | 'tables' | 'erased'> & {
  files: SavedFile[];
};

/** Copies the database, as of one moment, and the files it names; what is there already is not copied. */
export async function takeBackup(
  config: Configuration,
  storage: Storage,
  snapshots: Snapshots,
): Promise<Taken> {
  const id = newSnapshotId();
  const database = await withClient(config.databaseUrl, (client) =>
    copyDatabase(client, snapshots, id),
  );
  const { copied, missing } = await copyFiles(database.files, storage, snapshots);
  const lost = new Set(missing);
  const manifest: Manifest = {
    format: FORMAT,
    id,
    ...database,
    files: database.files.filter(({ key }) => !lost.has(key)),
    missing,
    jwtSecrets: [...config.auth.jwtSecrets],
  };
  await snapshots.writeManifest(manifest);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  return { manifest, rows, filesCopied: copied };
}

const asOfNow = async (client: Client) => {
  const { rows } = await client.query<{ asOf: Date }>('select now() as "asOf"');
  return (rows[0]?.asOf ?? new Date()).toISOString();
};

async function lastMigration(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    'select name from migrations order by "timestamp" desc limit 1',
  );
  if (rows[0] === undefined) throw new BackupError('The database has no schema yet.');
  return rows[0].name;
}

async function copyDatabase(client: Client, snapshots: Snapshots, id: string): Promise<Database> {
  await client.query('begin transaction isolation level repeatable read read only');
  await agreeOnText(client);
  const asOf = await asOfNow(client);
  const migration = await lastMigration(client);
  const tables: SavedTable[] = [];
  for (const table of await tablesOf(client)) {
    tables.push(await copyTable(client, table, snapshots, id));
  }
  const files = await client.query<SavedFile>(STORED_FILES);
  const erased = await client.query<{ id: string }>(
    `select distinct subject_id as id from audit_events where action = 'account.erased'`,
  );
  await client.query('commit');
  return { asOf, migration, tables, files: files.rows, erased: erased.rows.map((row) => row.id) };
}

async function copyTable(
  client: Client,
  table: Table,
  { target, key }: Snapshots,
  id: string,
): Promise<SavedTable> {
  const digest = new Digest();
  const sealed = await seal(rowsOf(client, table), key, digest);
  await target.put(fileOfTable(id, table.name), sealed);
  const { sha256, lines } = digest.passed();
  return { name: table.name, columns: table.columns, rows: lines, sha256 };
}

async function copyFiles(files: readonly SavedFile[], storage: Storage, snapshots: Snapshots) {
  const vault = new FileVault(snapshots);
  const taken = await vault.places();
  const missing: string[] = [];
  let copied = 0;
  await eachOf(files, FILES_AT_ONCE, async (file) => {
    const place = placeOf(file, snapshots.key);
    if (taken.has(place)) return;
    const whole = await vault.keep(file, storage).catch((error: unknown) => {
      // deleted since the moment of the copy, or lost
      if (error instanceof MissingFileError) return false;
      throw error;
    });
    if (!whole) return void missing.push(file.key);
    taken.add(place);
    copied += 1;
  });
  return { copied, missing };
}
