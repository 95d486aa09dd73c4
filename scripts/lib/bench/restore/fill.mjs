// @ts-check
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** @typedef {import('pg').Client} Client */

const TEXTS = 3_000;
const FILE_BYTES = 50_000;

const SYLLABLES =
  'an ber cor den es fin gra hel in jun kal lor mem nor os pre qui res ter und'.split(' ');

/** @param {number} below */
const any = (below) => Math.floor(Math.random() * below);

const word = () => Array.from({ length: 1 + any(4) }, () => SYLLABLES[any(20)]).join('');

/** Of about 700 characters. */
function paragraph(vocabulary = Array.from({ length: 400 }, word)) {
  // few words are frequent, as in real texts
  const words = Array.from({ length: 110 }, () => vocabulary[any(any(vocabulary.length) + 1)]);
  return `${words.join(' ')}.`;
}

const ROWS = [
  `insert into users (id, email) select gen_random_uuid(), 'student' || n || '@example.org'
   from generate_series(1, $1::int / 10) n`,
  `insert into documents (id, owner_id, title, topic, language, type, target_pages, citation_style)
   select gen_random_uuid(), u.id, 'Thesis ' || n, t.text, 'en', 'master_thesis', 60, 'apa'
   from generate_series(1, $1::int) n
   join (select id, row_number() over () as at from users) u on u.at = 1 + n % ($1::int / 10)
   join texts t on t.id = n % (select count(*) from texts)`,
  `insert into sections (id, document_id, position, title, content, status, word_count)
   select gen_random_uuid(), d.id, n, 'Section ' || n,
     (select string_agg(text, E'\\n\\n') from texts where id in
       ((d.at * 7 + n) % 3000, (d.at * 13 + n) % 3000, (d.at * 17 + n) % 3000)), 'written', 330
   from (select id, row_number() over () as at from documents) d cross join generate_series(1, 12) n
   where $1::int > 0`,
  `insert into section_versions (id, document_id, section_id, title, version, step, word_count,
     content, provenance, evidence)
   select gen_random_uuid(), document_id, id, title, 1, 'draft', word_count, content, '{}', '[]'
   from sections where $1::int > 0`,
  `insert into sources (id, document_id, key, identity, csl, status)
   select gen_random_uuid(), d.id, 'key' || n, 'identity ' || n, jsonb_build_object('type',
     'article-journal', 'title', left(t.text, 80), 'abstract', t.text), 'ready'
   from documents d cross join generate_series(1, 10) n join texts t on t.id = n * 31
   where $1::int > 0`,
  `insert into passages (id, document_id, source_id, ordinal, kind, text)
   select gen_random_uuid(), s.document_id, s.id, n, 'fulltext', t.text
   from (select *, row_number() over () as at from sources) s cross join generate_series(1, 2) n
   join texts t on t.id = (s.at * 11 + n) % 3000 where $1::int > 0`,
  `insert into section_citations (section_id, ordinal, source_id)
   select s.id, n, r.id from sections s cross join generate_series(1, 3) n
   join sources r on r.document_id = s.document_id and r.key = 'key' || n where $1::int > 0`,
  `insert into payments (id, user_id, document_id, status, pages, currency, page_price, amount,
     vat_basis_points, vat, valid_until, paid_at)
   select gen_random_uuid(), owner_id, id, 'paid', 60, 'EUR', 50, 3000, 2200, 541, now(), now()
   from documents where $1::int > 0`,
  `insert into ledger_transactions (id, payment_id, cause, currency)
   select gen_random_uuid(), id, 'captured', 'EUR' from payments where $1::int > 0`,
  `insert into ledger_entries (transaction_id, account, amount)
   select t.id, e.account, e.amount from ledger_transactions t cross join
   (values ('stripe_balance', 3000), ('sales', -2459), ('vat_payable', -541)) e (account, amount)
   where $1::int > 0`,
];

/**
 * Fills a migrated database, and a storage in a directory, with documents as students have them.
 *
 * @param {Client} client
 * @param {{ documents: number, storage: string, report: (detail: string) => void }} options
 */
export async function fill(client, { documents, storage, report }) {
  await client.query('create temporary table texts (id int primary key, text text not null)');
  const texts = Array.from({ length: TEXTS }, () => paragraph());
  await client.query(
    'insert into texts select ordinality - 1, text from unnest($1::text[]) with ordinality text',
    [texts],
  );
  for (const statement of ROWS) {
    report(/into (\w+)/.exec(statement)?.[1] ?? '');
    await client.query(statement, [documents]);
  }
  report('files');
  const { rows } = await client.query('select id from documents');
  for (const { id } of rows) await addFile(client, storage, id);
  await client.query('drop table texts');
}

/** @param {Client} client @param {string} storage @param {string} document */
async function addFile(client, storage, document) {
  const content = randomBytes(FILE_BYTES);
  const key = `documents/${document}/exports/file.pdf`;
  await mkdir(dirname(join(storage, key)), { recursive: true });
  await writeFile(join(storage, key), content);
  await client.query(
    `insert into exports (id, document_id, format, content_hash, storage_key, sha256, file_size)
     values (gen_random_uuid(), $1, 'pdf', 'hash', $2, $3, $4)`,
    [document, key, createHash('sha256').update(content).digest('hex'), content.length],
  );
}
