import type { Client } from 'pg';
import { newId } from '../common';
import { withClient } from './connections';
import type { Taken } from './snapshot/take-backup';
import type { Manifest } from './snapshot/manifest';

const MAX_ERROR_LENGTH = 1000;

const textOf = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).slice(0, MAX_ERROR_LENGTH);

const BACKED_UP = `update backups set finished_at = now(), snapshot = $2, as_of = $3, row_count = $4,
  files = $5, files_copied = $6, files_missing = $7 where id = $1`;

const DRILLED = `update restore_drills set finished_at = now(), passed = true, snapshot = $2,
  row_count = $3, files = $4 where id = $1`;

const FAILED = {
  backups: 'update backups set finished_at = now(), error = $2 where id = $1',
  restore_drills: `update restore_drills set finished_at = now(), passed = false, error = $2
    where id = $1`,
};

type Kind = keyof typeof FAILED;

/** Does `work` with its beginning and its end in the books, a failure with its reason. */
async function recorded<Result>(
  databaseUrl: string,
  kind: Kind,
  work: () => Promise<Result>,
  finish: (client: Client, id: string, result: Result) => Promise<unknown>,
): Promise<Result> {
  const id = newId();
  await withClient(databaseUrl, (client) =>
    client.query(`insert into ${kind} (id) values ($1)`, [id]),
  );
  try {
    const result = await work();
    await withClient(databaseUrl, (client) => finish(client, id, result));
    return result;
  } catch (error) {
    await withClient(databaseUrl, (client) => client.query(FAILED[kind], [id, textOf(error)]));
    throw error;
  }
}

export const recordedBackup = (databaseUrl: string, work: () => Promise<Taken>): Promise<Taken> =>
  recorded(databaseUrl, 'backups', work, (client, id, { manifest, rows, filesCopied }) =>
    client.query(BACKED_UP, [
      id,
      manifest.id,
      manifest.asOf,
      rows,
      manifest.files.length,
      filesCopied,
      manifest.missing.length,
    ]),
  );

export const recordedDrill = (
  databaseUrl: string,
  work: () => Promise<Manifest>,
): Promise<Manifest> =>
  recorded(databaseUrl, 'restore_drills', work, (client, id, { id: snapshot, tables, files }) => {
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    return client.query(DRILLED, [id, snapshot, rows, files.length]);
  });
