import { createHash } from 'node:crypto';
import { DocumentsModule } from '../../documents';
import type { SourceCitationList } from '../../documents/dto/source-citation';
import { Storage, StorageModule } from '../../storage';
import { makeDocx } from '../../testing/make-docx';
import { makePdf } from '../../testing/make-pdf';
import { type TestApp, testApp } from '../../testing/test-app';
import { TestClient } from '../../testing/test-client';
import type { ImportReport } from '../dto/import-report';
import { SourcesModule } from '../sources.module';
import type { SourceFileList, SourcePassage } from './dto/source-file';

jest.setTimeout(60_000);

const FIELDS = {
  title: 'Memory',
  topic: 'How learners remember what they have read',
  language: 'en',
  type: 'essay',
  targetPages: 5,
  citationStyle: 'apa',
};

const words = (page: number) =>
  `On page ${String(page)} stands a sentence about memory that can be quoted. `.repeat(4);

let target: TestApp;
let storage: Storage;
let owner: TestClient;
let stranger: TestClient;
let pdf: Buffer;
let document: string;

beforeAll(async () => {
  target = await testApp({
    features: { imports: [DocumentsModule, SourcesModule, StorageModule] },
    environment: { RATE_LIMIT_DISABLED: 'true' },
  });
  storage = target.app.get(Storage, { strict: false });
  owner = await new TestClient(target).signIn('owner@example.org');
  stranger = await new TestClient(target).signIn('stranger@example.org');
  pdf = await makePdf([words(1), { text: words(2), pageBreak: 'before' }]);
});

afterAll(() => target.close());

beforeEach(async () => {
  const { body } = await owner.send('post', '/documents').send(FIELDS).expect(201);
  document = (body as { id: string }).id;
});

const query = <Row>(sql: string, parameters: unknown[]) =>
  target.database.dataSource.query<Row[]>(sql, parameters);

const base = () => `/documents/${document}/sources`;

async function upload(content: Buffer | string, name: string, fields: object = {}) {
  const { body } = await owner
    .send('post', base())
    .attach('file', Buffer.from(content), name)
    .field(fields as Record<string, string>)
    .expect(201);
  return body as ImportReport;
}

async function added(content: Buffer | string, name: string): Promise<string> {
  const { added: sources, merged } = await upload(content, name, { title: 'On memory' });
  return (sources[0] ?? merged[0])?.id ?? '';
}

const files = async (id: string) =>
  ((await owner.send('get', `${base()}/${id}/files`).expect(200)).body as SourceFileList).items;

const passages = async (id: string) =>
  (
    (await owner.send('get', `${base()}/${id}/passages`).expect(200)).body as {
      items: SourcePassage[];
    }
  ).items;

const file = (id: string, headers: Record<string, string> = {}, client = owner) =>
  client.send('get', `${base()}/${id}/file`).set(headers).buffer(true);

async function keys(): Promise<string[]> {
  const found: string[] = [];
  for await (const { key } of storage.list(`documents/${document}`)) found.push(key);
  return found;
}

describe('the file of a source', () => {
  it('is kept as it came, and served to its owner only', async () => {
    const id = await added(pdf, 'memory.pdf');
    expect(await files(id)).toMatchObject([{ kind: 'pdf', fileSize: pdf.length }]);
    const { body, headers } = await file(id).expect(200);
    expect(pdf.equals(body as Buffer)).toBe(true);
    expect(headers).toMatchObject({
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store',
      'content-disposition': 'attachment; filename="source.pdf"',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': 'application/pdf',
      etag: `"${createHash('sha256').update(pdf).digest('hex')}"`,
      'x-content-type-options': 'nosniff',
    });
    for (const path of ['file', 'files', 'passages', 'citations']) {
      await stranger.send('get', `${base()}/${id}/${path}`).expect(404);
    }
    await new TestClient(target).send('get', `${base()}/${id}/file`).expect(401);
  });

  it('is served in parts', async () => {
    const id = await added(pdf, 'memory.pdf');
    const { body, headers } = await file(id, { Range: 'bytes=10-19' }).expect(206);
    expect(pdf.subarray(10, 20).equals(body as Buffer)).toBe(true);
    const size = String(pdf.length);
    expect(headers).toMatchObject({
      'content-length': '10',
      'content-range': `bytes 10-19/${size}`,
    });
    const end = await file(id, { Range: 'bytes=-4' }).expect(206);
    expect(pdf.subarray(-4).equals(end.body as Buffer)).toBe(true);
    const beyond = await owner
      .send('get', `${base()}/${id}/file`)
      .set('Range', `bytes=${size}-`)
      .expect(416);
    expect(beyond.headers['content-range']).toBe(`bytes */${size}`);
    expect(beyond.body).toMatchObject({ code: 'RANGE_NOT_SATISFIABLE' });
  });

  it.each([
    ['several parts', { Range: 'bytes=0-1,4-5' }],
    ['no range that can be read', { Range: 'lines=1-2' }],
    ['a part of an earlier file', { Range: 'bytes=0-1', 'If-Range': '"other"' }],
  ])('is served whole for %s', async (_, headers) => {
    const id = await added(pdf, 'memory.pdf');
    const { body } = await file(id, headers).expect(200);
    expect(pdf.equals(body as Buffer)).toBe(true);
  });

  it('is what its passages come from, page by page', async () => {
    const id = await added(pdf, 'memory.pdf');
    const [{ id: fileId } = { id: '' }] = await files(id);
    const text = await passages(id);
    expect(text.map(({ page }) => page)).toEqual([1, 2]);
    expect(text[1]).toMatchObject({ fileId, kind: 'fulltext' });
    expect(text[1]?.text).toContain('On page 2');
  });

  it('can be a Word file, and is none for references', async () => {
    const docx = await makeDocx([words(1), words(2)]);
    const id = await added(docx, 'memory.docx');
    expect(await files(id)).toMatchObject([{ kind: 'docx', fileSize: docx.length }]);
    expect((await passages(id))[0]).toMatchObject({ page: null });
    const { added: references } = await upload('@book{a, title={Another}}', 'a.bib');
    expect(await files(references[0]?.id ?? '')).toEqual([]);
    await owner.send('get', `${base()}/${references[0]?.id ?? ''}/file`).expect(404);
  });

  it('is kept for a source that came before files were, when it is added again', async () => {
    const id = await added(pdf, 'memory.pdf');
    await query('delete from source_files where source_id = $1', [id]);
    expect(await files(id)).toEqual([]);
    expect(await added(pdf, 'memory.pdf')).toBe(id);
    expect(await files(id)).toHaveLength(1);
    expect((await passages(id))[1]?.fileId).toBe((await files(id))[0]?.id);
  });

  it('is not kept twice, nor for passages of another file', async () => {
    const id = await added(pdf, 'memory.pdf');
    const before = await keys();
    await added(pdf, 'memory.pdf');
    await added(await makePdf([words(3)]), 'other.pdf');
    expect(await files(id)).toHaveLength(1);
    expect(await keys()).toEqual(before);
  });

  it('is not kept beyond what a document may keep', async () => {
    const id = await added(pdf, 'memory.pdf');
    await query('update source_files set file_size = 1073741824 where source_id = $1', [id]);
    const { added: more } = await upload(await makePdf([words(4)]), 'b.pdf', { title: 'More' });
    expect(more[0]?.status).toBe('ready');
    expect(await files(more[0]?.id ?? '')).toEqual([]);
    expect(await keys()).toHaveLength(1);
  });

  it('goes with its source, and with its document', async () => {
    const id = await added(pdf, 'memory.pdf');
    await owner.send('delete', `${base()}/${id}`).expect(204);
    expect(await keys()).toEqual([]);
    await added(pdf, 'memory.pdf');
    expect(await keys()).toHaveLength(1);
    await owner.send('delete', `/documents/${document}`).expect(204);
    expect(await keys()).toEqual([]);
  });

  it('says that it is gone when the store has lost it', async () => {
    const id = await added(pdf, 'memory.pdf');
    await storage.deleteFolder(`documents/${document}`);
    await owner.send('get', `${base()}/${id}/file`).expect(404);
  });

  it('stays with its passages when two sources become one', async () => {
    const from = await added(pdf, 'memory.pdf');
    const { added: others } = await upload('@book{a, title={Memory, a reprint}}', 'a.bib');
    const into = others[0]?.id ?? '';
    await owner.send('post', `${base()}/${from}/merge`).send({ into }).expect(200);
    const [{ id: fileId } = { id: '' }] = await files(into);
    expect((await passages(into)).map((one) => one.fileId)).toEqual([fileId, fileId]);
    const { body } = await file(into).expect(200);
    expect(pdf.equals(body as Buffer)).toBe(true);
  });
});

describe('GET /documents/{id}/sources/{sourceId}/citations', () => {
  const citations = async (id: string) =>
    ((await owner.send('get', `${base()}/${id}/citations`).expect(200)).body as SourceCitationList)
      .items;

  it('tells where the text cites a source, and on what that rests', async () => {
    const id = await added(pdf, 'memory.pdf');
    expect(await citations(id)).toEqual([]);
    const { body } = await owner
      .send('put', `/documents/${document}/outline`)
      .set('If-Match', '*')
      .send({ sections: [{ title: 'One', level: 1 }] })
      .expect(200);
    const sectionId = (body as { sections: { id: string }[] }).sections[0]?.id ?? '';
    const [, second] = await passages(id);
    const cite = `insert into section_citations (section_id, ordinal, source_id, passage_id,
        locator, quotation, quotation_start, quotation_end, state)
      values ($1, $2, $3, $4, '2', $5, $6, $7, $8)`;
    const quotation = second?.text.slice(3, 20);
    await query(cite, [sectionId, 0, id, second?.id, quotation, 3, 20, 'weak']);
    await query(cite, [sectionId, 1, id, null, null, null, null, 'unchecked']);
    const passage = { id: second?.id, place: 1, fileId: second?.fileId, page: 2 };
    expect(await citations(id)).toEqual([
      {
        ...{ sectionId, sectionTitle: 'One', ordinal: 0, locator: '2', state: 'weak' },
        passage: { ...passage, text: second?.text, start: 3, end: 20 },
      },
      {
        ...{ sectionId, sectionTitle: 'One', ordinal: 1, locator: '2', state: 'unchecked' },
        passage: null,
      },
    ]);
  });
});
