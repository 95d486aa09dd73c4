import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { PaidAnswer } from '../budget/token-ledger.repository';
import type { ModelAnswer, ModelRequest } from './model-request';

const FIND = 'select answer from paid_answers where job_id = $1 and request = $2';

function digestOf({ about, messages, maxOutputTokens }: ModelRequest): Buffer {
  const question = JSON.stringify([about ?? messages, maxOutputTokens]);
  return createHash('sha256').update(question).digest();
}

/**
 * What models have answered in jobs that have not ended. A step takes several calls, and whoever
 * takes a job over from a worker that died in the middle of one asks only for what is missing.
 */
@Injectable()
export class PaidAnswers {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The answer that this request has had already in its job; undefined outside of jobs. */
  async find(request: ModelRequest): Promise<ModelAnswer | undefined> {
    if (request.jobId === undefined) return undefined;
    const parameters = [request.jobId, digestOf(request)];
    const [row] = await this.dataSource.query<{ answer: ModelAnswer }[]>(FIND, parameters);
    return row?.answer;
  }

  /** For the ledger, which keeps it in the statement that books it; undefined outside of jobs. */
  kept(request: ModelRequest, answer: ModelAnswer): PaidAnswer | undefined {
    if (request.jobId === undefined) return undefined;
    return { jobId: request.jobId, request: digestOf(request), answer };
  }
}
