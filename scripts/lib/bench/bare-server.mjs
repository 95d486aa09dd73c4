// @ts-check
// The yardstick: the same three answers from the same database by node:http and pg alone, with
// prepared statements and no checks at all. Started as a process of its own.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';

const SUMMARY = `d.id, d.title, d.topic, d.language, d.type, d.target_pages as "targetPages",
  d.citation_style as "citationStyle", d.additional_requirements as "additionalRequirements",
  d.status, d.word_count as "wordCount", d.version, d.created_at as "createdAt",
  d.updated_at as "updatedAt"`;
const GET = `select ${SUMMARY}, d.outline, coalesce((
    select json_agg(json_build_object('id', s.id, 'title', s.title, 'content', s.content,
      'status', s.status, 'wordCount', s.word_count, 'writer', s.writer, 'version', s.version)
      order by s.position)
    from sections s where s.document_id = d.id), '[]') as sections
  from documents d where d.id = $1 and d.owner_id = $2`;
const LIST = `select ${SUMMARY},
    (select count(*)::int from documents where owner_id = $1) as total
  from documents d where d.owner_id = $1 order by d.created_at desc, d.id desc limit $2 offset $3`;
const CREATE = `insert into documents as d (id, owner_id, title, topic, language, type,
    target_pages, citation_style)
  values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${SUMMARY}`;

const { DATABASE_URL, READER_ID, WRITER_ID } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 20 });

/** @param {string} name @param {string} text @param {unknown[]} values */
async function query(name, text, values) {
  return (await pool.query({ name, text, values })).rows;
}

/** @param {string} id */
async function get(id) {
  return (await query('get', GET, [id, READER_ID]))[0];
}

async function list() {
  const items = await query('list', LIST, [READER_ID, 20, 0]);
  return { items, total: items[0]?.total, page: 1, perPage: 20 };
}

/** @param {import('node:http').IncomingMessage} request */
async function create(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = JSON.parse(Buffer.concat(chunks).toString());
  const { title, topic, language, type, targetPages, citationStyle } = body;
  const fields = [title, topic, language, type, targetPages, citationStyle];
  return (await query('create', CREATE, [randomUUID(), WRITER_ID, ...fields]))[0];
}

/** @param {import('node:http').IncomingMessage} request */
function answer(request) {
  if (request.method === 'POST') return create(request);
  const id = request.url?.split('/')[2];
  return id === undefined ? list() : get(id);
}

const server = createServer((request, response) => {
  answer(request)
    .then((body) => {
      const json = JSON.stringify(body);
      response.writeHead(request.method === 'POST' ? 201 : 200, {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(json),
      });
      response.end(json);
    })
    .catch(() => response.writeHead(500).end());
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.({ type: 'ready' }));
process.on('disconnect', () => process.exit(0));
