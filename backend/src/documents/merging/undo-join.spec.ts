import { SourcesModule } from '../../sources';
import type { ImportReport } from '../../sources/dto/import-report';
import { Storage, StorageModule } from '../../storage';
import { makePdf } from '../../testing/make-pdf';
import { type TestApp, testApp } from '../../testing/test-app';
import { TestClient } from '../../testing/test-client';
import { DocumentsModule } from '../documents.module';
import type { Document } from '../dto/document';
import type { Outline } from '../dto/outline';

jest.setTimeout(60_000);

const FIELDS = {
  title: 'Memory',
  topic: 'How learners remember what they have read',
  language: 'en',
  type: 'essay',
  targetPages: 5,
  citationStyle: 'apa',
};

const BIBTEX = `
@article{a, title={The testing effect}, author={Doe, Jane}, date={2020}, pages={10--20},
  abstract={Tests slow forgetting down after a delay.}}
@book{c, title={Another work}, author={Roe, Richard}, year={2001}}`;

const SENTENCE = 'Rereading feels fluent to most students, whatever they retain of it. ';
const CONTENT = 'Tests slow forgetting [@doe2020]. Rereading feels fluent [@doe2020b; @doe2020].';
const OTHER = 'Another thing stands there [@roe2001].';

let target: TestApp;
let storage: Storage;
let owner: TestClient;
let stranger: TestClient;
let pdf: Buffer;
let documentId: string;
let sources: Record<string, string>;
let sectionIds: string[];

beforeAll(async () => {
  target = await testApp({
    features: { imports: [DocumentsModule, SourcesModule, StorageModule] },
    environment: { RATE_LIMIT_DISABLED: 'true' },
  });
  storage = target.app.get(Storage, { strict: false });
  owner = await new TestClient(target).signIn('owner@example.org');
  stranger = await new TestClient(target).signIn('stranger@example.org');
  pdf = await makePdf([SENTENCE.repeat(6)]);
});

afterAll(() => target.close());

const query = <Row>(sql: string, parameters: unknown[]) =>
  target.database.dataSource.query<Row[]>(sql, parameters);

async function add(content: Buffer | string, name: string, fields: Record<string, string> = {}) {
  const { body } = await owner
    .send('post', `/documents/${documentId}/sources`)
    .attach('file', Buffer.from(content), name)
    .field(fields)
    .expect(201);
  return (body as ImportReport).added;
}

const write = (section: number, content: string) =>
  owner
    .send('patch', `/documents/${documentId}/sections/${sectionIds[section] ?? ''}`)
    .set('If-Match', '*')
    .send({ content })
    .expect(200);

const planned = (keys: string[]) => ({ title: 'One', level: 1, sourceKeys: keys });

beforeEach(async () => {
  const { body } = await owner.send('post', '/documents').send(FIELDS).expect(201);
  documentId = (body as Document).id;
  const stated = { title: 'The effect of testing', authors: 'Doe, Jane', year: '2020' };
  const added = [...(await add(BIBTEX, 'a.bib')), ...(await add(pdf, 'a.pdf', stated))];
  sources = Object.fromEntries(added.map(({ key, id }) => [key, id]));
  const sections = [planned(['doe2020b', 'doe2020']), planned(['roe2001'])];
  const outline = await owner
    .send('put', `/documents/${documentId}/outline`)
    .set('If-Match', '*')
    .send({ sections })
    .expect(200);
  sectionIds = (outline.body as Outline).sections.map(({ id }) => id);
  await write(0, CONTENT);
  await write(1, OTHER);
  await query(
    `update section_citations c set passage_id = p.id, quotation = substr(p.text, 1, 25),
       quotation_start = 0, quotation_end = 25, state = 'supported', score = 1
     from passages p where p.source_id = c.source_id and c.section_id = $1
       and p.ordinal = 0`,
    [sectionIds[0]],
  );
});

const merge = () =>
  owner
    .send('post', `/documents/${documentId}/sources/${sources['doe2020b'] ?? ''}/merge`)
    .send({ into: sources['doe2020'] })
    .expect(200);

const undo = (client = owner, key = 'doe2020b') =>
  client.send('post', `/documents/${documentId}/sources/${sources[key] ?? ''}/merge/undo`);

const read = async (path: string) =>
  (await owner.send('get', `/documents/${documentId}${path}`).expect(200)).body as unknown;

/** All that can be read of sources, texts and citations; versions and times go on. */
async function everything() {
  const ofSources = Object.values(sources).flatMap((id) =>
    ['', '/files', '/passages', '/citations'].map((path) => `/sources/${id}${path}`),
  );
  const { sections } = (await read('')) as Document;
  const { sections: outlined } = (await read('/outline')) as Outline;
  const files: string[] = [];
  for await (const { key } of storage.list(`documents/${documentId}`)) files.push(key);
  const rows = (table: string) =>
    query(`select to_jsonb(t) as row from ${table} t where document_id = $1 order by id`, [
      documentId,
    ]);
  const citations = sectionIds.map((id) =>
    query(
      'select to_jsonb(c) as row from section_citations c where section_id = $1 order by ordinal',
      [id],
    ),
  );
  return {
    texts: sections.map(({ content, status, wordCount }) => ({ content, status, wordCount })),
    outlined,
    sources: await Promise.all(['/sources', ...ofSources].map(read)),
    rows: [await rows('sources'), await rows('passages'), await rows('source_files')],
    citations: await Promise.all(citations),
    bibliography: await read('/bibliography'),
    files,
  };
}

describe('undoing that two sources became one', () => {
  it('restores both, with passages, file, evidence, texts and outline', async () => {
    const before = await everything();
    await merge();
    const gone = `/documents/${documentId}/sources/${sources['doe2020b'] ?? ''}`;
    await owner.send('get', gone).expect(404);
    const { body } = await undo().expect(200);
    const id = sources['doe2020b'];
    expect(body).toEqual({ id, key: 'doe2020b', sections: [sectionIds[0]] });
    expect(await everything()).toEqual(before);
    await undo().expect(404);
    expect(await everything()).toEqual(before);
  });

  it('can be done again after another merge', async () => {
    const before = await everything();
    await merge();
    await undo().expect(200);
    await merge();
    await undo().expect(200);
    expect(await everything()).toEqual(before);
  });

  it('keeps what has been corrected and planned since', async () => {
    await merge();
    const stayed = `/documents/${documentId}/sources/${sources['doe2020'] ?? ''}`;
    await owner.send('patch', stayed).send({ volume: '7' }).expect(200);
    await owner
      .send('put', `/documents/${documentId}/outline`)
      .set('If-Match', '*')
      .send({
        sections: [
          { ...planned(['roe2001']), id: sectionIds[0] },
          { ...planned(['doe2020']), id: sectionIds[1] },
        ],
      })
      .expect(200);
    await undo().expect(200);
    expect(await read(`/sources/${sources['doe2020'] ?? ''}`)).toMatchObject({ volume: '7' });
    const { sections } = (await read('/outline')) as Outline;
    expect(sections.map(({ sourceKeys }) => sourceKeys)).toEqual([
      ['roe2001', 'doe2020b'],
      ['doe2020'],
    ]);
  });

  it('is refused where a text that was rewritten has changed since', async () => {
    await merge();
    await write(0, 'Something else [@doe2020].');
    const { body } = await undo().expect(409);
    expect(body).toMatchObject({ code: 'CONFLICT', reason: 'MERGE_TEXT_CHANGED' });
  });

  it('is refused where another text rests on what would go back', async () => {
    await merge();
    await write(1, 'Rereading feels fluent [@doe2020].');
    await query(
      `update section_citations c set passage_id = p.id, quotation = substr(p.text, 1, 25),
         quotation_start = 0, quotation_end = 25
       from passages p where p.source_id = c.source_id and c.section_id = $1
         and p.kind = 'fulltext' and p.ordinal = 1`,
      [sectionIds[1]],
    );
    const { body } = await undo().expect(409);
    expect(body).toMatchObject({ reason: 'MERGE_TEXT_CHANGED' });
    expect((body as { detail: string }).detail).toContain('“One”');
  });

  it('is refused where another source has its key', async () => {
    await merge();
    await add('@book{x, title={New one}, author={Doe, Jane}, year={2020}}', 'x.bib');
    const { body } = await undo().expect(409);
    expect(body).toMatchObject({ code: 'CONFLICT', reason: 'MERGE_PLACE_TAKEN' });
  });

  it('is nobody else’s, not of what was never merged, and waits for a job', async () => {
    await undo().expect(404);
    await merge();
    await undo(stranger).expect(404);
    await undo(owner, 'roe2001').expect(404);
    await query(`update documents set status = 'generating' where id = $1`, [documentId]);
    expect((await undo().expect(409)).body).toMatchObject({ code: 'JOB_ACTIVE' });
  });

  it('ends with the source that stayed', async () => {
    await merge();
    await query('delete from section_citations where source_id = $1', [sources['doe2020']]);
    await owner
      .send('delete', `/documents/${documentId}/sources/${sources['doe2020'] ?? ''}`)
      .expect(204);
    await undo().expect(404);
  });
});
