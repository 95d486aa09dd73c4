import { readdir } from 'node:fs/promises';
import { newId } from '../common';
import { makeDocx, withParts } from '../testing/make-docx';
import { makePdf } from '../testing/make-pdf';
import { testApp, type TestApp } from '../testing/test-app';
import { TestClient } from '../testing/test-client';
import type { ImportReport } from './dto/import-report';
import { SourcesModule } from './sources.module';
import { UploadDirectory } from './upload/upload-directory';

let target: TestApp;
let owner: TestClient;
let stranger: TestClient;

beforeAll(async () => {
  target = await testApp({ features: { imports: [SourcesModule] } });
  owner = await new TestClient(target).signIn('owner@example.org');
  stranger = await new TestClient(target).signIn('stranger@example.org');
});

afterAll(() => target.close());

jest.setTimeout(60_000);

async function addDocument(): Promise<string> {
  const id = newId();
  await target.database.dataSource.query(
    `insert into documents (id, owner_id, title, topic, language, type, target_pages, citation_style)
     select $1, id, 'T', 'T', 'en', 'essay', 5, 'apa' from users where email = 'owner@example.org'`,
    [id],
  );
  return id;
}

const upload = (documentId: string, content: Buffer | string, name: string, client = owner) =>
  client
    .send('post', `/documents/${documentId}/sources`)
    .attach('file', Buffer.from(content), name);

const list = async (documentId: string, query = '') =>
  (await owner.send('get', `/documents/${documentId}/sources${query}`).expect(200)).body as {
    items: { id: string; key: string }[];
    total: number;
  };

const BIBTEX = `@article{a, title={The <i>testing</i> effect}, author={Doe, Jane and {Some Institute}},
  year=2020, journal={Memory}, doi={10.1000/1}, abstract={Tests help. They do.}}
@book{broken, title={Never closed
@book{b, title={Second}, editor={Roe, Richard}}`;

describe('POST /documents/{id}/sources', () => {
  it('adds the good entries of a file and reports the bad ones', async () => {
    const id = await addDocument();
    const { body } = await upload(id, BIBTEX, 'Бібліотека.bib').expect(201);
    const report = body as ImportReport;
    expect(report.added).toMatchObject([
      {
        key: 'doe2020',
        title: 'The testing effect',
        authors: ['Jane Doe', 'Some Institute'],
        year: 2020,
        status: 'ready',
        type: 'article-journal',
        container: 'Memory',
        doi: '10.1000/1',
        url: null,
        pageCount: null,
        passageCount: 1,
      },
      { key: 'roe', authors: ['Richard Roe'], year: null, status: 'reference_only' },
    ]);
    expect(report.refused).toEqual([
      {
        line: 3,
        entry: 'broken',
        code: 'NOT_CLOSED',
        at: null,
        count: null,
        reason: 'Its closing brace is missing.',
      },
    ]);
    expect(await list(id)).toMatchObject({ items: report.added, total: 2 });
  });

  it('adds a PDF with what its owner says of it', async () => {
    const id = await addDocument();
    const pdf = await makePdf(['A sentence about memory that can be quoted. '.repeat(10)]);
    const { body } = await upload(id, pdf, 'x.pdf')
      .field({ title: 'On memory', authors: 'Doe, Jane', year: '2019' })
      .expect(201);
    expect((body as ImportReport).added).toMatchObject([
      { key: 'doe2019', title: 'On memory', pageCount: 1, status: 'ready' },
    ]);
  });

  it('adds a Word file, whose passages name no page', async () => {
    const id = await addDocument();
    const docx = await makeDocx(['A sentence about memory that can be quoted. '.repeat(10)]);
    const { body } = await upload(id, docx, 'x.docx')
      .field({ title: 'On forgetting', authors: 'Doe, Jane', year: '2018' })
      .expect(201);
    expect((body as ImportReport).added).toMatchObject([
      { key: 'doe2018', title: 'On forgetting', pageCount: null, status: 'ready' },
    ]);
    const pages = await target.database.dataSource.query<unknown>(
      'select distinct kind, page from passages where document_id = $1',
      [id],
    );
    expect(pages).toEqual([{ kind: 'fulltext', page: null }]);
  });

  it.each([
    ['macros', { 'word/vbaProject.bin': 'x' }, 415, 'UNSUPPORTED_FILE', 'MACROS'],
    ['a DTD', { 'word/document.xml': '<!DOCTYPE x><x/>' }, 422, 'UNREADABLE_FILE', 'DAMAGED'],
  ])('refuses a Word file with %s', async (_, parts, status, code, reason) => {
    const id = await addDocument();
    const docx = withParts(await makeDocx(['A text.']), parts);
    const { body } = await upload(id, docx, 'a.docx').expect(status);
    const detail = expect.stringMatching(/Word file.*\./) as unknown;
    expect(body).toMatchObject({ code, reason, detail });
    expect(await list(id)).toMatchObject({ total: 0 });
  });

  it.each([
    ['a program', '#!/bin/sh\n', 'a.bib', 415, 'UNSUPPORTED_FILE', 'PROGRAM'],
    ['a file that is named another', BIBTEX, 'a.pdf', 415, 'UNSUPPORTED_FILE', 'MISNAMED'],
    ['an empty file', '', 'a.pdf', 422, 'UNREADABLE_FILE', 'EMPTY'],
    ['a PDF that breaks off', '%PDF-1.7\n1 0 obj', 'a.pdf', 422, 'UNREADABLE_FILE', 'DAMAGED'],
    ['JSON that breaks off', '[{"title": "T"', 'a.json', 422, 'UNREADABLE_FILE', 'DAMAGED'],
    [
      'too large a file',
      Buffer.alloc(20 * 1024 ** 2 + 1),
      'a.pdf',
      413,
      'FILE_TOO_LARGE',
      undefined,
    ],
  ])('refuses %s and stores nothing', async (_, content, name, status, code, reason) => {
    const id = await addDocument();
    const { body } = await upload(id, content, name).expect(status);
    expect(body).toMatchObject({ code, detail: expect.stringMatching(/\w.*\./) as unknown });
    expect((body as { reason?: string }).reason).toBe(reason);
    expect(JSON.stringify(body)).not.toMatch(/node_modules|\.ts:|\/tmp/);
    expect(await list(id)).toMatchObject({ total: 0 });
  });

  it('says which field is missing or wrong', async () => {
    const id = await addDocument();
    const path = `/documents/${id}/sources`;
    const { body } = await owner.send('post', path, {}).expect(422);
    expect(body).toMatchObject({ errors: [{ pointer: '/file' }, { pointer: '/doi' }] });
    const wrongYear = await upload(id, BIBTEX, 'a.bib').field('year', 'soon').expect(422);
    expect(wrongYear.body).toMatchObject({ errors: [{ pointer: '/year' }] });
    const wrongField = owner.send('post', path).attach('upload', Buffer.from(BIBTEX), 'a.bib');
    await wrongField.expect(400);
  });

  it('leaves no file behind', async () => {
    const { path } = target.app.get(UploadDirectory, { strict: false });
    const id = await addDocument();
    await upload(id, BIBTEX, 'a.bib').expect(201);
    await upload(id, BIBTEX, 'a.bib').field('year', 'soon').expect(422);
    await upload(id, Buffer.alloc(21 * 1024 * 1024), 'a.pdf').expect(413);
    expect(await readdir(path)).toEqual([]);
  });
});

describe('POST /documents/{id}/sources/sample', () => {
  it('adds the sample library once', async () => {
    const id = await addDocument();
    const path = `/documents/${id}/sources/sample`;
    const first = (await owner.send('post', path).expect(201)).body as ImportReport;
    expect(first.added.length).toBeGreaterThanOrEqual(40);
    const again = (await owner.send('post', path).expect(201)).body as ImportReport;
    expect([again.added.length, again.merged.length]).toEqual([0, first.added.length]);
    expect(await list(id, '?perPage=5&page=2')).toMatchObject({ total: first.added.length });
  });
});

describe('a source', () => {
  it('can be deleted unless the text cites it', async () => {
    const id = await addDocument();
    await upload(id, BIBTEX, 'a.bib').expect(201);
    const [cited, free] = (await list(id)).items;
    const section = newId();
    const { dataSource } = target.database;
    await dataSource.query(
      `insert into sections (id, document_id, position, title) values ($1, $2, 0, 'S')`,
      [section, id],
    );
    await dataSource.query(
      'insert into section_citations (section_id, ordinal, source_id) values ($1, 0, $2)',
      [section, cited?.id],
    );
    const path = `/documents/${id}/sources`;
    await owner.send('delete', `${path}/${free?.id ?? ''}`).expect(204);
    const { body } = await owner.send('delete', `${path}/${cited?.id ?? ''}`).expect(409);
    expect(body).toMatchObject({ code: 'CONFLICT' });
    expect((body as { detail: string }).detail).toContain(' in: “S”. ');
    expect((await list(id)).items).toEqual([expect.objectContaining({ key: 'doe2020' })]);
    await owner.send('get', `${path}/${cited?.id ?? ''}`).expect(200);
    await owner.send('delete', `${path}/${free?.id ?? ''}`).expect(404);
  });

  it('is not there for anyone but its owner', async () => {
    const id = await addDocument();
    await upload(id, BIBTEX, 'a.bib').expect(201);
    const [source] = (await list(id)).items;
    const path = `/documents/${id}/sources`;
    await upload(id, BIBTEX, 'a.bib', stranger).expect(404);
    await stranger.send('post', `${path}/sample`).expect(404);
    await stranger.send('get', path).expect(404);
    await stranger.send('get', `${path}/${source?.id ?? ''}`).expect(404);
    await stranger.send('delete', `${path}/${source?.id ?? ''}`).expect(404);
    await owner.send('get', `${path}/not-an-id`).expect(404);
    await new TestClient(target).send('get', path).expect(401);
    expect(await list(id)).toMatchObject({ total: 2 });
  });
});
