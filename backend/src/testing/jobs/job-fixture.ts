import { setTimeout as delay } from 'node:timers/promises';
import request from 'supertest';
import { AccessTokens } from '../../auth/access/access-tokens';
import { newId } from '../../common';
import { numberSections } from '../../documents/number-sections';
import type { JobStatus } from '../../jobs/dto/job-status';
import type { AcceptedJob } from '../../jobs/dto/start-job';
import type { TestApp } from '../test-app';

export interface Student {
  userId: string;
  sessionId: string;
  accessToken: string;
}

const POLL_MS = 25;
const PATIENCE_MS = 20_000;

/** Students, documents and jobs for suites about jobs. */
export class JobFixture {
  constructor(readonly target: TestApp) {}

  private query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.target.database.dataSource.query<Row[]>(sql, parameters);
  }

  /** Where the scripted section step notes its calls. */
  async prepare(): Promise<this> {
    await this.query('create table drafts (title text not null)');
    return this;
  }

  async student(): Promise<Student> {
    const [userId, sessionId] = [newId(), newId()];
    const email = `${userId}@example.org`;
    await this.query('insert into users (id, email) values ($1, $2)', [userId, email]);
    await this.query('insert into sessions (id, user_id) values ($1, $2)', [sessionId, userId]);
    const tokens = this.target.app.get(AccessTokens, { strict: false });
    return { userId, sessionId, accessToken: tokens.issue(userId, sessionId) };
  }

  /** A document with a source and, for given titles, an outline. */
  async document({ userId }: Student, titles?: readonly string[]): Promise<string> {
    const id = newId();
    await this.query(
      `insert into documents (id, owner_id, title, topic, language, type, target_pages,
         citation_style) values ($1, $2, 'On learning', 'How students learn what lasts', 'en',
         'term_paper', 20, 'apa')`,
      [id, userId],
    );
    await this.addSource(id);
    if (titles) await this.addOutline(id, titles);
    return id;
  }

  async start({ accessToken }: Student, documentId: string): Promise<AcceptedJob> {
    const { body } = await request(this.target.server)
      .post('/api/v1/jobs/generate/document-async')
      .set('Authorization', `Bearer ${accessToken}`)
      .send({ documentId })
      .expect(202);
    return body as AcceptedJob;
  }

  async command(student: Student, jobId: string, command: 'cancel' | 'resume') {
    const { body } = await request(this.target.server)
      .post(`/api/v1/jobs/${jobId}/${command}`)
      .set('Authorization', `Bearer ${student.accessToken}`)
      .expect(200);
    return body as JobStatus;
  }

  async status({ accessToken }: Student, jobId: string): Promise<JobStatus> {
    const { body } = await request(this.target.server)
      .get(`/api/v1/jobs/${jobId}/status`)
      .set('Authorization', `Bearer ${accessToken}`)
      .expect(200);
    return body as JobStatus;
  }

  /** Waits until the job is as wanted. */
  async until(
    student: Student,
    jobId: string,
    wanted: (job: JobStatus) => boolean,
  ): Promise<JobStatus> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const job = await this.status(student, jobId);
      if (wanted(job)) return job;
      if (Date.now() > deadline) throw new Error(`The job stays ${JSON.stringify(job)}`);
      await delay(POLL_MS);
    }
  }

  /** Titles of the sections that were drafted, once for each time. */
  async drafted(): Promise<string[]> {
    const rows = await this.query<{ title: string }>('select title from drafts');
    return rows.map(({ title }) => title);
  }

  async sections(documentId: string) {
    return this.query<{ title: string; content: string; status: string; version: number }>(
      'select title, content, status, version from sections where document_id = $1 order by position',
      [documentId],
    );
  }

  async documentStatus(documentId: string): Promise<string | undefined> {
    const sql = 'select status from documents where id = $1';
    const [row] = await this.query<{ status: string }>(sql, [documentId]);
    return row?.status;
  }

  /** Numbers of a job's events, in the order of the log. */
  async eventNumbers(jobId: string): Promise<number[]> {
    const sql = 'select seq from job_events where job_id = $1 order by seq';
    return (await this.query<{ seq: number }>(sql, [jobId])).map(({ seq }) => seq);
  }

  async addSource(documentId: string): Promise<void> {
    await this.query(
      `insert into sources (id, document_id, key, identity, csl, status)
       values ($1, $2, 'doe2020', 'doe', '{"id": "doe2020", "type": "book"}', 'ready')`,
      [newId(), documentId],
    );
  }

  private async addOutline(documentId: string, titles: readonly string[]): Promise<void> {
    const sections = titles.map((title) => ({
      id: newId(),
      title,
      level: 1 as const,
      role: 'body',
      keyPoints: [],
      targetWords: 100,
      sourceKeys: [],
    }));
    const outline = JSON.stringify({ sections: numberSections(sections) });
    const sql = `update documents set outline = $2, status = 'outlined' where id = $1`;
    await this.query(sql, [documentId, outline]);
    await this.query(
      `insert into sections (id, document_id, position, title)
       select id, $1, position - 1, title
       from unnest($2::uuid[], $3::text[]) with ordinality as t (id, title, position)`,
      [documentId, sections.map(({ id }) => id), titles],
    );
  }
}
