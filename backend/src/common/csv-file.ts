import { Readable } from 'node:stream';
import { applyDecorators, Header, StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { type CsvRow, toCsv } from './csv';

/** Rows of one query of an export. */
const BATCH = 1000;

/** A route that answers with a file for spreadsheets. */
export const CsvResponse = () =>
  applyDecorators(
    Header('Cache-Control', 'private, no-store'),
    ApiOkResponse({
      description: 'The file',
      content: { 'text/csv': { schema: { type: 'string' } } },
    }),
  );

/** Rows of a table by and by, in an order in which each batch follows on the last row before it. */
export async function* inBatches<Row extends { id: string }>(
  read: (after: string | null, limit: number) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  let after: string | null = null;
  do {
    const rows: Row[] = await read(after, BATCH);
    yield rows;
    after = rows.length < BATCH ? null : (rows.at(-1)?.id ?? null);
  } while (after !== null);
}

type Batches = Iterable<readonly CsvRow[]> | AsyncIterable<readonly CsvRow[]>;

async function* textOf(
  header: CsvRow,
  first: readonly CsvRow[],
  rest: AsyncIterator<readonly CsvRow[]>,
) {
  yield toCsv([header, ...first]);
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield toCsv(next.value);
}

async function* asynchronous(batches: Batches): AsyncGenerator<readonly CsvRow[]> {
  yield* batches;
}

/**
 * A file for spreadsheets, sent as it is read. What fails before its first row is answered with a
 * problem; what fails later breaks the connection off, so that no part is taken for the whole.
 * @param name without its ending
 */
export async function csvFile(
  name: string,
  header: CsvRow,
  batches: Batches,
): Promise<StreamableFile> {
  const rest = asynchronous(batches);
  const first = await rest.next();
  const text = textOf(header, first.done ? [] : first.value, rest);
  const disposition = `attachment; filename="${name}.csv"`;
  const file = new StreamableFile(Readable.from(text), {
    type: 'text/csv; charset=utf-8',
    disposition,
  });
  return file.setErrorHandler((_, response) => response.destroy?.());
}
