import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

const FIND = `select answer->>'vector' as vector from paid_answers
  where job_id = $1 and request = $2`;

const KEEP = `insert into paid_answers (job_id, request, answer)
  select id, $2::bytea, jsonb_build_object('vector', $3::text) from jobs where id = $1
  on conflict do nothing`;

const digestOf = (model: string, query: string): Buffer =>
  createHash('sha256')
    .update(JSON.stringify(['query', model, query]))
    .digest();

/** Vectors that were paid for to find passages for a job, until its end; none outside of jobs. */
@Injectable()
export class QueryVectorsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async find(jobId: string | undefined, model: string, query: string): Promise<Buffer | undefined> {
    if (jobId === undefined) return undefined;
    const parameters = [jobId, digestOf(model, query)];
    const [row] = await this.dataSource.query<{ vector: string }[]>(FIND, parameters);
    return row && Buffer.from(row.vector, 'base64');
  }

  async keep(
    jobId: string | undefined,
    model: string,
    query: string,
    vector: Buffer,
  ): Promise<void> {
    if (jobId === undefined) return;
    const parameters = [jobId, digestOf(model, query), vector.toString('base64')];
    await this.dataSource.query(KEEP, parameters);
  }
}
