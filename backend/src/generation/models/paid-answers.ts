import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { PaidAnswer } from '../budget/token-ledger.repository';
import { usableOf } from './continuation';
import type { ModelAnswer, ModelRequest } from './model-request';
import { digestOf } from './request-digest';

const FIND = `select answer, null as begun from paid_answers where job_id = $1 and request = $2
  union all (select null, begun from (
    select jsonb_build_object('model', model, 'text', text) as begun from begun_answers
      where job_id = $1 and request = $2
    union all select answer from paid_answers where job_id = $1 and request = $3) as begun
    order by length(begun->>'text') desc)`;

/** What had come of an answer when its worker died, or when it broke off. */
export interface BegunAnswer {
  /** Id of the model that wrote it. */
  model: string;
  text: string;
}

type FoundRow = { answer: ModelAnswer; begun: null } | { answer: null; begun: BegunAnswer };

/** Beside the request's own: nobody may take a part for the whole. */
const digestOfPart = (request: ModelRequest): Buffer =>
  createHash('sha256').update('part').update(digestOf(request)).digest();

/**
 * What models have answered in jobs that have not ended. A step takes several calls, and whoever
 * takes a job over from a worker that died in the middle of one asks only for what is missing.
 */
@Injectable()
export class PaidAnswers {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * What this request has had already in its job: the whole answer, or what models have begun, the
   * longest first; nothing outside of jobs.
   */
  async find(request: ModelRequest): Promise<{ answer?: ModelAnswer; begun: BegunAnswer[] }> {
    if (request.jobId === undefined) return { begun: [] };
    const parameters = [request.jobId, digestOf(request), digestOfPart(request)];
    const rows = await this.dataSource.query<FoundRow[]>(FIND, parameters);
    const begun = rows.flatMap((row) => row.begun ?? []);
    const [whole] = rows.flatMap((row) => row.answer ?? []);
    return { begun, ...(whole && { answer: whole }) };
  }

  /** For the ledger, which keeps it in the statement that books it; undefined outside of jobs. */
  kept(request: ModelRequest, answer: ModelAnswer): PaidAnswer | undefined {
    if (request.jobId === undefined) return undefined;
    return { jobId: request.jobId, request: digestOf(request), answer };
  }

  /** The same of an answer that broke off, and that whoever asks again can go on with. */
  keptPart(request: ModelRequest, part: BegunAnswer): PaidAnswer | undefined {
    if (request.jobId === undefined || usableOf(request, part.text) === '') return undefined;
    return { jobId: request.jobId, request: digestOfPart(request), answer: part };
  }
}
