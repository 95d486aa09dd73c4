import { DocumentsModule } from '../../documents';
import { Storage, StorageModule } from '../../storage';
import { makePdf } from '../../testing/make-pdf';
import { type TestApp, testApp } from '../../testing/test-app';
import { TestClient } from '../../testing/test-client';
import type { ImportReport } from '../dto/import-report';
import type { Source } from '../dto/source';
import { SourcesModule } from '../sources.module';

jest.setTimeout(60_000);

const FIELDS = {
  title: 'Memory',
  topic: 'How learners remember what they have read',
  language: 'en',
  type: 'essay',
  targetPages: 5,
  citationStyle: 'apa',
};

const TITLE = 'The lasting effect of testing';
const BARE = `@article{a, title={${TITLE}}, author={Doe, Jane}, year={2020},
  abstract={Tests slow forgetting down after a delay.}}
@book{b, title={Another work}, author={Roe, Richard}, year={2001}}`;
const RICHER = BARE.replace('year={2020}', 'year={2020}, doi={10.1000/1}, journal={Memory}');

let target: TestApp;
let storage: Storage;
let owner: TestClient;
let stranger: TestClient;
let pdf: Buffer;
let documentId: string;
let source: Source;
let sectionId: string;

const words = (page: number) =>
  `On page ${String(page)} stands a sentence about memory that can be quoted. `.repeat(4);

beforeAll(async () => {
  target = await testApp({
    features: { imports: [DocumentsModule, SourcesModule, StorageModule] },
    environment: { RATE_LIMIT_DISABLED: 'true' },
  });
  storage = target.app.get(Storage, { strict: false });
  owner = await new TestClient(target).signIn('owner@example.org');
  stranger = await new TestClient(target).signIn('stranger@example.org');
  pdf = await makePdf([TITLE, words(1), { text: words(2), pageBreak: 'before' }]);
});

afterAll(() => target.close());

const query = <Row>(sql: string, parameters: unknown[]) =>
  target.database.dataSource.query<Row[]>(sql, parameters);

const base = () => `/documents/${documentId}/sources`;

async function add(
  content: Buffer | string,
  name: string,
  fields: Record<string, string> = {},
): Promise<ImportReport> {
  const file = Buffer.from(content);
  const request = owner.send('post', base()).attach('file', file, name).field(fields);
  return (await request.expect(201)).body as ImportReport;
}

/** Adds what is taken for the source that is there; how to undo it. */
async function merge(...[content, name, fields]: Parameters<typeof add>): Promise<string> {
  const { added, merges } = await add(content, name, fields);
  expect(added).toEqual([]);
  expect(merges.map(({ sourceId }) => sourceId)).toEqual([source.id]);
  return merges[0]?.id ?? '';
}

const undo = (mergeId: string, client = owner) =>
  client.send('post', `${base()}/${source.id}/merges/${mergeId}/undo`);

const read = async (path: string) => (await owner.send('get', path).expect(200)).body as unknown;

const rows = (table: string) =>
  query(`select to_jsonb(t) as row from ${table} t where document_id = $1 order by id`, [
    documentId,
  ]);

async function keptFiles(): Promise<string[]> {
  const found: string[] = [];
  for await (const { key } of storage.list(`documents/${documentId}`)) found.push(key);
  return found;
}

/** Everything that can be read of the sources, and of what the text cites of them. */
async function everything() {
  const paths = ['', '/files', '/passages', '/citations'].map((path) => `${source.id}${path}`);
  return {
    list: await read(base()),
    source: await Promise.all(paths.map((path) => read(`${base()}/${path}`))),
    support: await read(`/documents/${documentId}/sections/${sectionId}/support`),
    document: await read(`/documents/${documentId}`),
    rows: [await rows('sources'), await rows('passages'), await rows('source_files')],
    files: await keptFiles(),
  };
}

async function writeSection(): Promise<string> {
  const { body } = await owner
    .send('put', `/documents/${documentId}/outline`)
    .set('If-Match', '*')
    .send({ sections: [{ title: 'One', level: 1 }] })
    .expect(200);
  const { id } = (body as { sections: [{ id: string }] }).sections[0];
  await owner
    .send('patch', `/documents/${documentId}/sections/${id}`)
    .set('If-Match', '*')
    .send({ content: 'Tests slow forgetting down [@doe2020]. More [@roe2001].' })
    .expect(200);
  return id;
}

/** Has the first citation rest on the passage with these words, as a writer's would. */
async function restOn(phrase: string): Promise<void> {
  await query(
    `update section_citations c set passage_id = p.id, quotation = substr(p.text, 1, 20),
       quotation_start = 0, quotation_end = 20, state = 'supported'
     from passages p where p.source_id = c.source_id and c.section_id = $1 and p.text like $2`,
    [sectionId, `%${phrase}%`],
  );
}

beforeEach(async () => {
  const { body } = await owner.send('post', '/documents').send(FIELDS).expect(201);
  documentId = (body as { id: string }).id;
  const { added, merges } = await add(BARE, 'a.bib');
  expect(merges).toEqual([]);
  source = added[0] as Source;
  sectionId = await writeSection();
  await restOn('Tests slow');
});

describe('undoing that a source took in an entry', () => {
  it('takes text, file and facts out again, and leaves all else as it was', async () => {
    const before = await everything();
    const byPdf = await merge(pdf, 'scan.pdf');
    const learnt = await everything();
    expect(learnt.files).toHaveLength(1);
    const byReference = await merge(RICHER, 'b.bib');
    await undo(byReference).expect(200);
    expect(await everything()).toEqual(learnt);
    const { body } = await undo(byPdf).expect(200);
    expect(body).toEqual(source);
    expect(await everything()).toEqual(before);
  });

  it('works in any order', async () => {
    const before = await everything();
    const byPdf = await merge(pdf, 'scan.pdf');
    const byReference = await merge(RICHER, 'b.bib');
    await undo(byPdf).expect(200);
    expect((await undo(byReference).expect(200)).body).toEqual(source);
    expect(await everything()).toEqual(before);
  });

  it('takes only the file out again where the text had been there', async () => {
    await merge(pdf, 'scan.pdf');
    await query('delete from source_files where source_id = $1', [source.id]);
    const before = await everything();
    const stated = { title: TITLE, authors: 'Doe, Jane', year: '2020' };
    const again = await merge(pdf, 'scan.pdf', stated);
    expect(await rows('source_files')).toHaveLength(1);
    await undo(again).expect(200);
    expect({ ...(await everything()), files: [] }).toEqual({ ...before, files: [] });
  });

  it('can be done once', async () => {
    const id = await merge(pdf, 'scan.pdf');
    await undo(id).expect(200);
    const after = await everything();
    await undo(id).expect(404);
    expect(await everything()).toEqual(after);
  });

  it('keeps what has been corrected since', async () => {
    const id = await merge(RICHER, 'b.bib');
    const edit = { container: 'Letters', year: 2021, mandatory: true };
    await owner.send('patch', `${base()}/${source.id}`).send(edit).expect(200);
    const { body } = await undo(id).expect(200);
    expect(body).toMatchObject({ ...edit, doi: null, title: TITLE });
  });

  it('is refused where the text rests on what would go', async () => {
    const id = await merge(pdf, 'scan.pdf');
    await restOn('On page 1');
    const before = await everything();
    const { body } = await undo(id).expect(409);
    expect(body).toMatchObject({ code: 'CONFLICT', reason: 'MERGE_CITED' });
    expect((body as { detail: string }).detail).toContain('“One”');
    expect(await everything()).toEqual(before);
  });

  it('is refused where the source would be the same as one that has come since', async () => {
    const id = await merge(RICHER, 'b.bib');
    await add(BARE.replace('@article{a', '@article{c, doi={10.1000/2}'), 'c.bib');
    await query(
      `update sources set csl = csl - 'DOI', doi = null
         where document_id = $1 and csl->>'DOI' = '10.1000/2'`,
      [documentId],
    );
    const { body } = await undo(id).expect(409);
    expect(body).toMatchObject({ code: 'CONFLICT', reason: 'SAME_WORK' });
  });

  it('waits while the document is being written', async () => {
    const id = await merge(pdf, 'scan.pdf');
    await query(`update documents set status = 'generating' where id = $1`, [documentId]);
    expect((await undo(id).expect(409)).body).toMatchObject({ code: 'JOB_ACTIVE' });
  });

  it('is nobody else’s, and nobody’s once the source has gone', async () => {
    const id = await merge(RICHER, 'b.bib');
    await undo(id, stranger).expect(404);
    await new TestClient(target)
      .send('post', `${base()}/${source.id}/merges/${id}/undo`)
      .expect(401);
    const { items } = (await read(base())) as { items: Source[] };
    const other = items.find((one) => one.id !== source.id);
    await owner.send('post', `${base()}/${other?.id ?? ''}/merges/${id}/undo`).expect(404);
    await query('delete from section_citations where source_id = $1', [source.id]);
    await owner.send('delete', `${base()}/${source.id}`).expect(204);
    await undo(id).expect(404);
  });

  it('is not offered where nothing was taken in', async () => {
    expect(await add(BARE, 'a.bib')).toMatchObject({ added: [], merges: [] });
    expect((await add(`${BARE}\n@misc{n, title={New}}`, 'a.bib')).merges).toEqual([]);
  });
});
