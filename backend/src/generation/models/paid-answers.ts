import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { PaidAnswer } from '../budget/token-ledger.repository';
import type { ModelAnswer, ModelRequest } from './model-request';
import { digestOf } from './request-digest';

const FIND = `select answer, null as begun from paid_answers where job_id = $1 and request = $2
  union all (select null, jsonb_build_object('model', model, 'text', text) from begun_answers
    where job_id = $1 and request = $2 order by length(text) desc limit 1)`;

/** What had come of an answer when its worker died. */
export interface BegunAnswer {
  /** Id of the model that wrote it. */
  model: string;
  text: string;
}

type FoundRow = { answer: ModelAnswer; begun: null } | { answer: null; begun: BegunAnswer };

/**
 * What models have answered in jobs that have not ended. A step takes several calls, and whoever
 * takes a job over from a worker that died in the middle of one asks only for what is missing.
 */
@Injectable()
export class PaidAnswers {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** What this request has had already in its job, the whole answer or a part; none outside of jobs. */
  async find(request: ModelRequest): Promise<{ answer?: ModelAnswer; begun?: BegunAnswer }> {
    if (request.jobId === undefined) return {};
    const parameters = [request.jobId, digestOf(request)];
    const rows = await this.dataSource.query<FoundRow[]>(FIND, parameters);
    const whole = rows.find(({ answer }) => answer !== null) ?? rows[0];
    if (whole === undefined) return {};
    return whole.answer === null ? { begun: whole.begun } : { answer: whole.answer };
  }

  /** For the ledger, which keeps it in the statement that books it; undefined outside of jobs. */
  kept(request: ModelRequest, answer: ModelAnswer): PaidAnswer | undefined {
    if (request.jobId === undefined) return undefined;
    return { jobId: request.jobId, request: digestOf(request), answer };
  }
}
