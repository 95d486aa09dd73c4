import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Writable } from 'node:stream';
import type { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { BackupError } from './backup-error';
import { Digest, type Passed } from './digest';
import { quoted, type Table } from './tables';

/** The same rows have to be the same bytes on every server. */
const AS_TEXT = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD';
  set local intervalstyle = 'postgres'; set local extra_float_digits = 1;
  set local bytea_output = 'hex'; set local client_encoding = 'UTF8'`;

/** To be said in a transaction before rows are read or written. */
export async function agreeOnText(client: Client): Promise<void> {
  await client.query(AS_TEXT);
}

const columnsOf = ({ columns }: Pick<Table, 'columns'>) => columns.map(quoted).join(', ');

function orderOf({ name, key }: Table): string {
  if (key.length === 0) throw new BackupError(`The table ${name} has no primary key.`);
  // In the order of bytes, which is the same everywhere
  return key.map((part) => `${quoted(part.name)}${part.collates ? ' collate "C"' : ''}`).join(', ');
}

/** All rows of a table in the text format of COPY, in the order of its primary key. */
export function rowsOf(client: Client, table: Table): Readable {
  const select = `select ${columnsOf(table)} from ${quoted(table.name)} order by ${orderOf(table)}`;
  // One that nobody reads any more hears of the end of its connection, too
  return client.query(copyTo(`copy (${select}) to stdout`)).on('error', () => undefined);
}

/** Puts rows that {@link rowsOf} has given into a table; yields what they were. */
export async function putRows(
  client: Client,
  table: Pick<Table, 'name' | 'columns'>,
  rows: Readable,
): Promise<Passed> {
  const digest = new Digest();
  const into = copyFrom(`copy ${quoted(table.name)} (${columnsOf(table)}) from stdin`);
  await pipeline(
    rows,
    digest,
    client.query(into).on('error', () => undefined),
  );
  return digest.passed();
}

/** What the rows of a table are. */
export async function digestOf(client: Client, table: Table): Promise<Passed> {
  const digest = new Digest();
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  await pipeline(rowsOf(client, table), digest, nowhere);
  return digest.passed();
}
