import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import request, { type Test } from 'supertest';
import { AccessTokens } from '../../auth/access/access-tokens';
import { newId } from '../../common';
import type { Document } from '../../documents';
import type { TestApp } from '../test-app';

const SAMPLE = join(__dirname, '../../../../samples/learning-science/document.json');

export interface Author {
  userId: string;
  accessToken: string;
}

/** Authors, documents and sources for suites about writing. */
export class WritingFixture {
  constructor(readonly target: TestApp) {}

  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.target.database.dataSource.query<Row[]>(sql, parameters);
  }

  async author(role = 'student'): Promise<Author> {
    const [userId, sessionId] = [newId(), newId()];
    const values = [userId, `${userId}@example.org`, role];
    await this.query('insert into users (id, email, role) values ($1, $2, $3)', values);
    await this.query('insert into sessions (id, user_id) values ($1, $2)', [sessionId, userId]);
    const tokens = this.target.app.get(AccessTokens, { strict: false });
    return { userId, accessToken: tokens.issue(userId, sessionId) };
  }

  send(author: Author, method: 'get' | 'post' | 'put', path: string, body?: object): Test {
    const test = request(this.target.server)
      [method](`/api/v1${path}`)
      .set('Authorization', `Bearer ${author.accessToken}`);
    return body === undefined ? test : test.send(body);
  }

  /** The sample document, without sources. */
  async document(author: Author, changes: Partial<Document> = {}): Promise<string> {
    const sample = JSON.parse(readFileSync(SAMPLE, 'utf8')) as object;
    const body = { ...sample, ...changes };
    const answer = await this.send(author, 'post', '/documents', body).expect(201);
    return (answer.body as Document).id;
  }

  async sampleDocument(author: Author, changes: Partial<Document> = {}): Promise<string> {
    const id = await this.document(author, changes);
    await this.send(author, 'post', `/documents/${id}/sources/sample`).expect(201);
    return id;
  }

  async addSources(author: Author, documentId: string, items: object[]): Promise<void> {
    const file = Buffer.from(JSON.stringify(items));
    await this.send(author, 'post', `/documents/${documentId}/sources`)
      .attach('file', file, 'library.json')
      .expect(201);
  }

  async put(author: Author, path: string, body: object): Promise<void> {
    await this.send(author, 'put', path, body).expect(200);
  }

  /** A person's edit, whatever version it replaces. */
  async edit(author: Author, path: string, body: object): Promise<void> {
    await request(this.target.server)
      .patch(`/api/v1${path}`)
      .set('Authorization', `Bearer ${author.accessToken}`)
      .set('If-Match', '*')
      .send(body)
      .expect(200);
  }

  async read(author: Author, documentId: string): Promise<Document> {
    const { body } = await this.send(author, 'get', `/documents/${documentId}`).expect(200);
    return body as Document;
  }
}
