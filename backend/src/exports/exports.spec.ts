import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import request from 'supertest';
import { DocumentsModule } from '../documents';
import { OutlineDraft } from '../documents/dto/outline';
import { OutlineService } from '../documents/outline.service';
import { RequirementsModule } from '../requirements';
import { SourcesModule } from '../sources';
import { Storage, StorageModule } from '../storage';
import { compiledRenderWorker } from '../testing/compiled-worker';
import { type TestApp, testApp } from '../testing/test-app';
import { TestClient } from '../testing/test-client';
import { DownloadLinks } from './download-links';
import { DownloadsController } from './downloads.controller';
import type { ExportLink } from './dto/export';
import { ExportFiles } from './export-files';
import { ExportSource } from './export-source';
import { ExportsController } from './exports.controller';
import { ExportsRepository } from './exports.repository';
import { ExportsService } from './exports.service';
import { FigureImages } from './figures/figure-images';
import { FiguresRepository } from './figures/figures.repository';
import { RenderPool } from './render-pool';

jest.setTimeout(120_000);

let target: TestApp;
let student: TestClient;
let stranger: TestClient;

const PROVIDERS = [
  DownloadLinks,
  ExportFiles,
  ExportSource,
  ExportsRepository,
  FigureImages,
  FiguresRepository,
  ExportsService,
];

beforeAll(async () => {
  target = await testApp({
    features: {
      imports: [DocumentsModule, RequirementsModule, SourcesModule, StorageModule],
      controllers: [ExportsController, DownloadsController],
      providers: [
        ...PROVIDERS,
        { provide: RenderPool, useFactory: () => new RenderPool(compiledRenderWorker()) },
      ],
    },
    environment: { PUBLIC_URL: 'https://thesis.example', RATE_LIMIT_DISABLED: 'true' },
  });
  student = await new TestClient(target).signIn('student@example.org');
  stranger = await new TestClient(target).signIn('stranger@example.org');
});

afterAll(() => target.close());

const query = <Row>(sql: string, values: unknown[]) =>
  target.database.dataSource.query<Row[]>(sql, values);

async function newDocument(over: object = {}): Promise<string> {
  const fields = {
    title: 'Навчання / Learning',
    topic: 'How students learn what lasts',
    language: 'en',
    type: 'term_paper',
    targetPages: 3,
    citationStyle: 'apa',
    ...over,
  };
  const { body } = await student.send('post', '/documents', fields).expect(201);
  return (body as { id: string }).id;
}

/** A document of one section that cites one source. */
async function writtenDocument(content = 'Learning lasts [@doe2020, p. 3].') {
  const id = await newDocument();
  const [user] = await query<{ owner_id: string }>('select owner_id from documents where id = $1', [
    id,
  ]);
  await query(
    `insert into sources (id, document_id, key, identity, csl, status)
     values ($1, $2, 'doe2020', 'doe', $3, 'ready')`,
    [
      randomUUID(),
      id,
      {
        id: 'doe2020',
        type: 'book',
        title: 'A book',
        author: [{ family: 'Doe', given: 'J.' }],
        issued: { 'date-parts': [[2020]] },
      },
    ],
  );
  const draft = OutlineDraft.parse({ sections: [{ title: 'Introduction', level: 1 }] });
  await target.app.get(OutlineService, { strict: false }).replace(user!.owner_id, id, draft);
  await query('update sections set content = $2 where document_id = $1', [id, content]);
  return id;
}

const exportOf = async (id: string, format: string, client = student) => {
  const { body } = await client.send('post', `/documents/${id}/export`, { format }).expect(201);
  return body as ExportLink;
};

const pathOf = ({ downloadUrl }: ExportLink) => new URL(downloadUrl).pathname;

const fetchLink = (link: ExportLink) => request(target.server).get(pathOf(link)).buffer(true);

const sha256 = (bytes: unknown) =>
  createHash('sha256')
    .update(bytes as Buffer)
    .digest('hex');

describe('POST /documents/{id}/export', () => {
  it.each([
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
    ['pdf', 'application/pdf', '%PDF-'],
    ['md', 'application/zip', 'PK'],
  ])('makes a %s that its link gives without sign-in', async (format, type, magic) => {
    const extension = format === 'md' ? 'zip' : format;
    const link = await exportOf(await writtenDocument(), format);
    expect(link).toMatchObject({
      format,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(link.downloadUrl).toMatch(/^https:\/\/thesis\.example\/api\/v1\/downloads\//);
    const minutes = (new Date(link.expiresAt).getTime() - Date.now()) / 60_000;
    expect(Math.round(minutes)).toBe(60);
    const answer = await fetchLink(link).responseType('blob').expect(200);
    expect(answer.headers).toMatchObject({
      'content-type': type,
      'content-length': String(link.fileSize),
      'content-disposition': `attachment; filename=Learning.${extension}; filename*=UTF-8''%D0%9D%D0%B0%D0%B2%D1%87%D0%B0%D0%BD%D0%BD%D1%8F%20Learning.${extension}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect((answer.body as Buffer).subarray(0, magic.length).toString()).toBe(magic);
    expect(sha256(answer.body)).toBe(link.sha256);
  });

  it('makes the file again only when the text has changed', async () => {
    const id = await writtenDocument();
    const stored = () =>
      query<{ id: string }>('select id from exports where document_id = $1', [id]);
    const [first, second] = await Promise.all([exportOf(id, 'docx'), exportOf(id, 'docx')]);
    const third = await exportOf(id, 'docx');
    expect(await stored()).toHaveLength(1);
    expect([first.sha256, second.sha256]).toEqual([third.sha256, third.sha256]);
    await query(`update sections set content = content || ' More.' where document_id = $1`, [id]);
    const changed = await exportOf(id, 'docx');
    expect(changed.sha256).not.toBe(third.sha256);
    // A link handed out before still gives what it was handed out for
    const { body } = await fetchLink(first).responseType('blob').expect(200);
    expect(sha256(body)).toBe(first.sha256);
  });

  it('removes outdated files once no link to them works', async () => {
    const id = await writtenDocument();
    const old = await exportOf(id, 'pdf');
    await query(
      `update exports set linked_until = now() - interval '1 minute' where document_id = $1`,
      [id],
    );
    await query(`update sections set content = 'New text.' where document_id = $1`, [id]);
    await exportOf(id, 'pdf');
    expect(await query('select id from exports where document_id = $1', [id])).toHaveLength(1);
    await fetchLink(old).expect(404);
  });

  it('refuses a document without text', async () => {
    const { body } = await student
      .send('post', `/documents/${await newDocument()}/export`, { format: 'pdf' })
      .expect(422);
    expect(body).toMatchObject({ code: 'NOTHING_TO_EXPORT' });
    await student
      .send('post', `/documents/${await writtenDocument(' \n ')}/export`, { format: 'pdf' })
      .expect(422);
  });

  it('refuses a citation without a source, naming it', async () => {
    const id = await writtenDocument('A claim [@nobody1900].');
    const { body } = await student
      .send('post', `/documents/${id}/export`, { format: 'pdf' })
      .expect(422);
    expect(body).toMatchObject({
      code: 'INVALID_CITATION',
      errors: [
        {
          pointer: '/sections/0/content',
          message: expect.stringContaining('@nobody1900') as string,
        },
      ],
    });
    expect(await query('select id from exports where document_id = $1', [id])).toEqual([]);
  });

  it.each([{}, { format: 'odt' }, { format: 1 }])('refuses the body %j', async (body) => {
    const answer = await student.send('post', `/documents/${await writtenDocument()}/export`, body);
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([
      422,
      'VALIDATION_FAILED',
    ]);
  });

  it('knows no document of another, and nobody without sign-in', async () => {
    const id = await writtenDocument();
    await stranger.send('post', `/documents/${id}/export`, { format: 'pdf' }).expect(404);
    await stranger.send('get', `/documents/${id}/export/pdf`).expect(404);
    await student.send('post', '/documents/not-an-id/export', { format: 'pdf' }).expect(404);
    await new TestClient(target)
      .send('post', `/documents/${id}/export`, { format: 'pdf' })
      .expect(401);
    await new TestClient(target).send('get', `/documents/${id}/export/pdf`).expect(401);
  });
});

describe('GET /documents/{id}/export/{format}', () => {
  it('gives the file of the present text', async () => {
    const id = await writtenDocument();
    const link = await exportOf(id, 'pdf');
    const { body } = await student
      .send('get', `/documents/${id}/export/pdf`)
      .responseType('blob')
      .expect(200)
      .expect('content-type', 'application/pdf');
    expect(sha256(body)).toBe(link.sha256);
  });

  it('makes a file again that is gone from the store', async () => {
    const id = await writtenDocument();
    const link = await exportOf(id, 'docx');
    await target.app.get(Storage, { strict: false }).deleteFolder(`documents/${id}`);
    await fetchLink(link).expect(404);
    const again = await exportOf(id, 'docx');
    await target.app.get(Storage, { strict: false }).deleteFolder(`documents/${id}`);
    const { body } = await student
      .send('get', `/documents/${id}/export/docx`)
      .responseType('blob')
      .expect(200);
    expect(sha256(body)).toBe(again.sha256);
  });

  it('knows no other format', async () => {
    await student.send('get', `/documents/${await writtenDocument()}/export/odt`).expect(404);
  });
});

describe('GET /downloads/{token}', () => {
  it('gives nothing after the document was deleted', async () => {
    const id = await writtenDocument();
    const link = await exportOf(id, 'pdf');
    await student.send('delete', `/documents/${id}`).expect(204);
    await fetchLink(link).expect(404);
  });

  it('gives a problem for an expired and for a forged link', async () => {
    const id = await writtenDocument();
    const link = await exportOf(id, 'pdf');
    const links = target.app.get(DownloadLinks);
    const [row] = await query<{ id: string }>('select id from exports where document_id = $1', [
      id,
    ]);
    const { url } = links.sign(row!.id, Date.now() - 3_601_000);
    const expired = await fetchLink({ ...link, downloadUrl: url }).expect(403);
    expect(expired.body).toMatchObject({ code: 'LINK_EXPIRED' });
    await fetchLink({ ...link, downloadUrl: `${url}x` }).expect(404);
  });

  it('breaks the answer off when the store breaks off', async () => {
    const link = await exportOf(await writtenDocument(), 'pdf');
    const storage = target.app.get(Storage, { strict: false });
    const get = jest.spyOn(storage, 'get').mockImplementation(() =>
      Promise.resolve(
        Readable.from(
          (function* () {
            yield Buffer.alloc(10);
            throw new Error('the disk is gone');
          })(),
        ),
      ),
    );
    await expect(fetchLink(link).responseType('blob')).rejects.toThrow(/aborted|hang up/);
    get.mockRestore();
  });
});
