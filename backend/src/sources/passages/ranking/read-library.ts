import { setImmediate } from 'node:timers/promises';
import { Client } from 'pg';
import type { DocumentLanguage } from '../../../common';
import { plainText } from '../../csl/clean-text';
import { languageOf } from '../../csl/language';
import { IndexBuilder, type IndexedSource } from './index-builder';
import type { TermIndex } from './term-index';

/** Of the document, with how many passages it has; all that follows is from the same moment. */
const DOCUMENT = `select sources_revision as revision, language,
    (select count(*)::int from passages p where p.document_id = d.id) as "passageCount"
  from documents d where id = $1`;

const SOURCES = `select id, csl ->> 'title' as title, csl ->> 'keyword' as keyword,
    csl ->> 'language' as language
  from sources where document_id = $1 order by key collate "C"`;

const PASSAGES = `declare passages cursor for
  select p.source_id as "sourceId", p.id, p.text from passages p join sources s on s.id = p.source_id
  where p.document_id = $1 order by s.key collate "C", p.ordinal`;

const BATCH = 500;
/** One or two milliseconds of work, after which searches get their turn. */
const PASSAGES_A_TURN = 25;
const MAX_HEADING = 2000;

export interface Library {
  /** `documents.sources_revision` as of the index. */
  revision: number;
  index: TermIndex;
}

interface DocumentRow {
  revision: number;
  language: DocumentLanguage;
  passageCount: number;
}

interface SourceRow {
  id: string;
  title: string | null;
  keyword: string | null;
  language: string | null;
}

interface PassageRow {
  sourceId: string;
  id: string;
  text: string;
}

function toIndexed({ id, title, keyword, language }: SourceRow, document: DocumentRow) {
  const stated = language === null ? undefined : languageOf({ id, type: '', language });
  const heading = plainText(`${title ?? ''} ${keyword ?? ''}`, MAX_HEADING);
  return { id, heading, language: stated ?? document.language } satisfies IndexedSource;
}

/** The passages of the open cursor; the database reads ahead while they are worked on. */
async function* passages(client: Client): AsyncGenerator<PassageRow, void> {
  const fetch = () => client.query<PassageRow>(`fetch ${String(BATCH)} from passages`);
  let next = fetch();
  for (;;) {
    const { rows } = await next;
    const isLast = rows.length < BATCH;
    if (!isLast) {
      next = fetch();
      // reported where it is awaited, if it still is
      next.catch(() => undefined);
    }
    yield* rows;
    if (isLast) return;
  }
}

async function read(client: Client, documentId: string): Promise<Library | null> {
  const parameters = [documentId];
  const { rows } = await client.query<DocumentRow>(DOCUMENT, parameters);
  const [document] = rows;
  if (document === undefined) return null;
  const sources = await client.query<SourceRow>(SOURCES, parameters);
  const indexed = sources.rows.map((row) => toIndexed(row, document));
  const builder = new IndexBuilder(indexed, document.passageCount);
  await client.query(PASSAGES, parameters);
  let added = 0;
  for await (const { sourceId, id, text } of passages(client)) {
    builder.add(sourceId, id, text);
    added += 1;
    if (added % PASSAGES_A_TURN === 0) await setImmediate();
  }
  return { revision: document.revision, index: await builder.finish() };
}

const CONNECTION = { application_name: 'tesigo', connectionTimeoutMillis: 10_000 };
const QUERY_TIMEOUT_MS = 60_000;

/**
 * Reads a document's passages, some at a time, and indexes them.
 * @returns null when there is no such document
 */
export async function readLibrary(
  databaseUrl: string,
  documentId: string,
): Promise<Library | null> {
  const client = new Client({
    ...CONNECTION,
    connectionString: databaseUrl,
    query_timeout: QUERY_TIMEOUT_MS,
  });
  // a lost connection fails the query under way; without a listener it would end the thread
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    return await read(client, documentId);
  } finally {
    await client.end();
  }
}
