import { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type QueryRunner } from 'typeorm';
import { MissingFileError, Storage } from '../../storage';
import { PERSONAL_TABLES, type PersonalTable } from './personal-data';
import { type ZipEntry, zipStream } from './zip-stream';

const ROWS_AT_A_TIME = 200;

const README = `Everything that TesiGo has of you.

data/*.jsonl: one table a file, one row a line, as JSON (https://jsonlines.org, UTF-8). Texts are
Markdown with Pandoc citations; times are UTC (ISO 8601); amounts of money are in the smallest unit of
their currency; what ends in _id names the row with that id in another table.

${PERSONAL_TABLES.map(({ table, what }) => `  ${table}.jsonl: ${what}`).join('\n')}

files/: your figures, the sources that you have added as files, and the files that were made of your
documents, by document.

Not here is what says nothing of you or would open something: digests of tokens, numbers that a model
has made of passages, messages about rows that are here.
`;

const FILES = `select f.storage_key as "storageKey" from
    (select document_id, storage_key from exports union all
     select document_id, storage_key from figures union all
     select document_id, storage_key from source_files) f
  join documents d on d.id = f.document_id where d.owner_id = $1 order by 1`;

/** Everything that a person has here, in open formats, as one archive. */
@Injectable()
export class PersonalArchive {
  private readonly logger = new Logger(PersonalArchive.name);

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly storage: Storage,
  ) {}

  /** The archive, read while it is made. */
  of(userId: string): Readable {
    return Readable.from(zipStream(this.entries(userId)), { objectMode: false });
  }

  private async *entries(userId: string): AsyncGenerator<ZipEntry> {
    yield { name: 'README.txt', content: bytes(README) };
    const runner = this.dataSource.createQueryRunner();
    try {
      // all tables as of one moment
      await runner.startTransaction('REPEATABLE READ');
      for (const table of PERSONAL_TABLES) {
        yield { name: `data/${table.table}.jsonl`, content: rowsOf(runner, table, userId) };
      }
      const files = (await runner.query(FILES, [userId])) as { storageKey: string }[];
      await runner.commitTransaction();
      yield* this.files(files);
    } finally {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      await runner.release();
    }
  }

  private async *files(files: readonly { storageKey: string }[]): AsyncGenerator<ZipEntry> {
    for (const { storageKey } of files) {
      try {
        yield { name: `files/${storageKey}`, content: await this.storage.get(storageKey) };
      } catch (error) {
        // an export can be made again from the rows
        if (!(error instanceof MissingFileError)) throw error;
        this.logger.warn(`There is no file ${storageKey}.`);
      }
    }
  }
}

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** Rows through a cursor: a library may have 200,000 passages. */
async function* rowsOf(
  runner: QueryRunner,
  { table, where, without = [] }: PersonalTable,
  userId: string,
): AsyncGenerator<Uint8Array> {
  const hidden = `array[${without.map((name) => `'${name}'`).join(', ')}]::text[]`;
  await runner.query(
    `declare personal no scroll cursor for
       select (to_jsonb(t) - ${hidden})::text as line from ${table} t where ${where}`,
    [userId],
  );
  for (;;) {
    const rows = (await runner.query(`fetch ${String(ROWS_AT_A_TIME)} from personal`)) as {
      line: string;
    }[];
    if (rows.length === 0) break;
    yield Buffer.from(`${rows.map(({ line }) => line).join('\n')}\n`);
  }
  await runner.query('close personal');
}
