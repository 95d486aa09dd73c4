import { setTimeout as delay } from 'node:timers/promises';
import { getQueueToken } from '@nestjs/bull';
import type { Queue } from 'bull';
import request from 'supertest';
import { AccessTokens } from '../../auth/access/access-tokens';
import { newId } from '../../common';
import { numberSections } from '../../documents/number-sections';
import type { JobStatus } from '../../jobs/dto/job-status';
import type { AcceptedJob } from '../../jobs/dto/start-job';
import { JOB_QUEUE } from '../../jobs/job-queue';
import type { TestApp } from '../test-app';

export interface Student {
  userId: string;
  sessionId: string;
  accessToken: string;
}

const POLL_MS = 25;
const PATIENCE_MS = 12_000;

/** Students, documents and jobs for suites about jobs. */
export class JobFixture {
  constructor(readonly target: TestApp) {}

  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.target.database.dataSource.query<Row[]>(sql, parameters);
  }

  /** Where the scripted section step notes its calls, and what lets it go on. */
  async prepare(): Promise<this> {
    await this.query('create table drafts (title text not null)');
    await this.query('create table released (title text not null)');
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

  async block({ userId }: Student, blocked: boolean): Promise<void> {
    await this.query('update users set blocked_at = case when $2 then now() end where id = $1', [
      userId,
      blocked,
    ]);
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
    let job = await this.status(student, jobId);
    const reached = async () => {
      job = await this.status(student, jobId);
      return wanted(job);
    };
    await this.eventually(reached, () => `The job stays ${JSON.stringify(job)}`);
    return job;
  }

  async eventually(
    reached: () => Promise<boolean>,
    complaint = () => 'It never comes',
  ): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await reached())) {
      if (Date.now() > deadline) throw new Error(complaint());
      await delay(POLL_MS);
    }
  }

  /** Lets the writing of a section go on whose title begins with `held`. */
  async release(title: string): Promise<void> {
    await this.query('insert into released (title) values ($1)', [title]);
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

  /** The student writes a section. */
  async edit(documentId: string, title: string): Promise<void> {
    await this.query(
      `update sections set content = 'My own words.', status = 'edited', version = version + 1
       where document_id = $1 and title = $2`,
      [documentId, title],
    );
  }

  /** Changes the document itself. */
  async retitle(documentId: string, title: string, type = 'term_paper'): Promise<void> {
    const sql = 'update documents set title = $2, type = $3 where id = $1';
    await this.query(sql, [documentId, title, type]);
  }

  async abstract(documentId: string) {
    interface Row {
      content: string;
      status: string;
      version: number;
    }
    const sql = 'select content, status, version from abstracts where document_id = $1';
    return (await this.query<Row>(sql, [documentId]))[0];
  }

  async steps(jobId: string): Promise<string[]> {
    const sql = 'select step from job_steps where job_id = $1 order by created_at';
    return (await this.query<{ step: string }>(sql, [jobId])).map(({ step }) => step);
  }

  async rename(documentId: string, from: string, to: string): Promise<void> {
    await this.query(
      `update documents set outline = replace(outline::text, $2, $3)::jsonb where id = $1`,
      [documentId, from, to],
    );
  }

  async remove(documentId: string): Promise<void> {
    await this.query('delete from documents where id = $1', [documentId]);
  }

  /** Redis loses everything about the queue. */
  async forgetRings(): Promise<void> {
    const queue = this.target.app.get<Queue>(getQueueToken(JOB_QUEUE), { strict: false });
    await queue.obliterate({ force: true });
  }

  /** As if the document had never been written. */
  async unwrite(documentId: string): Promise<void> {
    const sql = `update sections set content = '', status = 'planned' where document_id = $1`;
    await this.query(sql, [documentId]);
  }

  /** Lost workers as the job counts them. */
  async crashes(jobId: string): Promise<number | undefined> {
    const sql = 'select crashes from jobs where id = $1';
    return (await this.query<{ crashes: number }>(sql, [jobId]))[0]?.crashes;
  }

  /** The lease of its worker runs out. */
  async expire(jobId: string): Promise<void> {
    const sql = `update jobs set lease_until = now() - interval '1 s' where id = $1`;
    await this.query(sql, [jobId]);
  }

  /** A worker was lost with the job, this many times. */
  async crash(jobId: string, crashes: number): Promise<void> {
    await this.query(
      `update jobs set status = 'running', epoch = epoch + 1, crashes = $2,
         lease_until = now() - interval '1 s' where id = $1`,
      [jobId, crashes - 1],
    );
  }

  private async addOutline(documentId: string, titles: readonly string[]): Promise<void> {
    const sections = titles.map((title) => ({
      id: newId(),
      title,
      level: 1 as const,
      role: 'body' as const,
      keyPoints: [],
      targetWords: 100,
      sourceKeys: [],
    }));
    const outline = JSON.stringify({ sections: numberSections(sections, 'en') });
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
