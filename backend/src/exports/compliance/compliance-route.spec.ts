import { DocumentsModule } from '../../documents';
import { OutlineDraft } from '../../documents/dto/outline';
import { OutlineService } from '../../documents/outline.service';
import { RequirementsModule } from '../../requirements';
import { SourcesModule } from '../../sources';
import { StorageModule } from '../../storage';
import { compiledRenderWorker } from '../../testing/compiled-worker';
import { type TestApp, testApp } from '../../testing/test-app';
import { TestClient } from '../../testing/test-client';
import { DownloadLinks } from '../download-links';
import type { ExportLink } from '../dto/export';
import { ExportFiles } from '../export-files';
import { ExportSource } from '../export-source';
import { ExportsController } from '../exports.controller';
import { ExportsRepository } from '../exports.repository';
import { ExportsService } from '../exports.service';
import { FigureImages } from '../figures/figure-images';
import { FiguresRepository } from '../figures/figures.repository';
import { RenderPool } from '../render-pool';
import { ComplianceController } from './compliance.controller';
import { ComplianceService } from './compliance.service';
import type { ComplianceReport } from './outcome';

jest.setTimeout(120_000);

let target: TestApp;
let student: TestClient;

beforeAll(async () => {
  target = await testApp({
    features: {
      imports: [DocumentsModule, RequirementsModule, SourcesModule, StorageModule],
      controllers: [ExportsController, ComplianceController],
      providers: [
        ...[ComplianceService, DownloadLinks, ExportFiles, ExportSource, ExportsRepository],
        ...[ExportsService, FigureImages, FiguresRepository],
        { provide: RenderPool, useFactory: () => new RenderPool(compiledRenderWorker()) },
      ],
    },
    environment: { RATE_LIMIT_DISABLED: 'true' },
  });
  student = await new TestClient(target).signIn('student@example.org');
});

afterAll(() => target.close());

async function writtenDocument(): Promise<string> {
  const fields = {
    title: 'Learning',
    topic: 'How students learn what lasts',
    language: 'en',
    type: 'bachelor_thesis',
    targetPages: 3,
    citationStyle: 'apa',
  };
  const { body } = await student.send('post', '/documents', fields).expect(201);
  const { id } = body as { id: string };
  const [row] = await target.database.dataSource.query<{ owner: string }[]>(
    'select owner_id as owner from documents where id = $1',
    [id],
  );
  const draft = OutlineDraft.parse({ sections: [{ title: 'Introduction', level: 1 }] });
  await target.app.get(OutlineService, { strict: false }).replace(row!.owner, id, draft);
  const content = 'Learning lasts where it is tested. '.repeat(40);
  await target.database.dataSource.query(
    'update sections set content = $2 where document_id = $1',
    [id, content],
  );
  return id;
}

const report = async (id: string, format: string, client = student) =>
  client.send('get', `/documents/${id}/export/${format}/compliance`);

const exported = async (id: string) =>
  (await student.send('post', `/documents/${id}/export`, { format: 'docx' }).expect(201))
    .body as ExportLink;

describe('GET /documents/{id}/export/{format}/compliance', () => {
  it('reads back the very file that is handed out, which is made again when a rule changes', async () => {
    const id = await writtenDocument();
    const before = await exported(id);
    const formatting = { marginLeft: 35, lineSpacing: 2, lengthWords: { min: 9000, max: null } };
    await student.send('put', `/documents/${id}/requirements`, { formatting }).expect(200);
    const after = await exported(id);
    expect(after.sha256).not.toBe(before.sha256);
    const { body } = await report(id, 'docx');
    const { outcomes, ...counts } = body as ComplianceReport;
    expect(counts).toEqual({
      ...{ format: 'docx', sha256: after.sha256, met: 2, broken: 1, notCheckable: 0 },
    });
    expect(outcomes.map(({ rule, state }) => [rule, state])).toEqual([
      ['marginLeft', 'met'],
      ['lineSpacing', 'met'],
      ['lengthWords', 'broken'],
    ]);
    const pdf = (await report(id, 'pdf')).body as ComplianceReport;
    expect(pdf).toMatchObject({ met: 2, broken: 1 });
  });

  it('says why in words and taken apart, and is stored under a name', async () => {
    const id = await writtenDocument();
    const formatting = {
      lengthWords: { min: 9000, max: null },
      lengthPages: { min: 1, max: null },
    };
    await student.send('put', `/documents/${id}/requirements`, { formatting }).expect(200);
    const path = `/documents/${id}/export/docx/compliance?download=true`;
    const { body, headers } = await student.send('get', path).expect(200);
    expect(headers['content-disposition']).toBe('attachment; filename=compliance-docx.json');
    const [pages, words] = (body as ComplianceReport).outcomes;
    expect(pages).toMatchObject({
      ...{ rule: 'lengthPages', state: 'not_checkable' },
      reason: { code: 'pages_by_program', values: {} },
    });
    const { count } = words?.reason?.values ?? {};
    expect(words).toMatchObject({
      reason: { code: 'too_few' },
      detail: `${String(count)} too few.`,
    });
    const plain = await report(id, 'docx');
    expect(plain.headers['content-disposition']).toBeUndefined();
  });

  it('is nobody else’s, and knows no other format', async () => {
    const id = await writtenDocument();
    const stranger = await new TestClient(target).signIn('stranger@example.org');
    expect((await report(id, 'docx', stranger)).status).toBe(404);
    expect((await report(id, 'odt')).status).toBe(404);
    expect((await report(id, 'docx', new TestClient(target))).status).toBe(401);
  });
});
