import { DocumentsModule } from '../documents';
import type { Outline } from '../documents/dto/outline';
import { SourcesModule } from '../sources';
import type { ImportReport } from '../sources/dto/import-report';
import { Storage, StorageModule } from '../storage';
import { type TestApp, testApp } from './test-app';
import { TestClient } from './test-client';

const FIELDS = {
  ...{ title: 'Memory', topic: 'How learners remember what they have read' },
  ...{ language: 'en', type: 'essay', targetPages: 5, citationStyle: 'apa' },
};

interface PlannedSection {
  title: string;
  level: number;
  id?: string | undefined;
  sourceKeys?: string[];
}

/** A student with a document and its library, and a stranger, at a real API. */
export class LibraryStage {
  /** The last one that was made. */
  documentId = '';

  private constructor(
    readonly target: TestApp,
    readonly storage: Storage,
    readonly owner: TestClient,
    readonly stranger: TestClient,
  ) {}

  static async open(): Promise<LibraryStage> {
    const target = await testApp({
      features: { imports: [DocumentsModule, SourcesModule, StorageModule] },
      environment: { RATE_LIMIT_DISABLED: 'true' },
    });
    const storage = target.app.get(Storage, { strict: false });
    const owner = await new TestClient(target).signIn('owner@example.org');
    const stranger = await new TestClient(target).signIn('stranger@example.org');
    return new LibraryStage(target, storage, owner, stranger);
  }

  close(): Promise<void> {
    return this.target.close();
  }

  async newDocument(): Promise<void> {
    const { body } = await this.owner.send('post', '/documents').send(FIELDS).expect(201);
    this.documentId = (body as { id: string }).id;
  }

  get document(): string {
    return `/documents/${this.documentId}`;
  }

  get sources(): string {
    return `${this.document}/sources`;
  }

  query<Row>(sql: string, parameters: unknown[]): Promise<Row[]> {
    return this.target.database.dataSource.query<Row[]>(sql, parameters);
  }

  /** @param fields what the student states of the work */
  async add(
    content: Buffer | string,
    name: string,
    fields: Record<string, string> = {},
  ): Promise<ImportReport> {
    const { body } = await this.owner
      .send('post', this.sources)
      .attach('file', Buffer.from(content), name)
      .field(fields)
      .expect(201);
    return body as ImportReport;
  }

  /** @returns the ids of the sections */
  async plan(sections: readonly PlannedSection[]): Promise<string[]> {
    const { body } = await this.owner
      .send('put', `${this.document}/outline`)
      .set('If-Match', '*')
      .send({ sections })
      .expect(200);
    return (body as Outline).sections.map(({ id }) => id);
  }

  async write(sectionId: string, content: string): Promise<void> {
    await this.owner
      .send('patch', `${this.document}/sections/${sectionId}`)
      .set('If-Match', '*')
      .send({ content })
      .expect(200);
  }

  /** As if a job wrote it now. */
  async beginJob(): Promise<void> {
    const generating = `update documents set status = 'generating' where id = $1`;
    await this.query(generating, [this.documentId]);
  }

  /** @param path below the document */
  async read<Body>(path = ''): Promise<Body> {
    const { body } = await this.owner.send('get', `${this.document}${path}`).expect(200);
    return body as Body;
  }

  /** All of the document's rows of a table. */
  rows(table: string): Promise<unknown[]> {
    const all = `select to_jsonb(t) as row from ${table} t where document_id = $1 order by id`;
    return this.query(all, [this.documentId]);
  }

  /** The keys of all files that are kept of the document. */
  async keptFiles(): Promise<string[]> {
    const found: string[] = [];
    const files = this.storage.list(`documents/${this.documentId}`);
    for await (const { key } of files) found.push(key);
    return found;
  }
}
