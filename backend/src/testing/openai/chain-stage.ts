import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { newId, ProblemException } from '../../common';
import { type Configuration, loadConfiguration } from '../../config';
import { TokenBudget } from '../../generation/budget/token-budget';
import { TokenLedgerRepository } from '../../generation/budget/token-ledger.repository';
import { BegunAnswers } from '../../generation/models/begun-answers';
import { CallGate } from '../../generation/models/call-gate';
import { ModelChain } from '../../generation/models/model-chain';
import { ModelRegistry } from '../../generation/models/model-registry';
import type { ModelRequest } from '../../generation/models/model-request';
import { PaidAnswers } from '../../generation/models/paid-answers';
import { PaidCalls } from '../../generation/models/paid-calls';
import { fixedSettings } from '../fixed-settings';
import { type TestDatabase, testDatabase } from '../test-database';
import { OpenAiServer } from './openai-server';
import type { ScriptedReply } from './reply';

const QUICK = {
  retryDelaysMs: [5, 5, 5, 5, 5],
  breakAfter: 5,
  halfOpenAfterMs: 60_000,
  random: () => 1,
};

/** What is answered when the replies of a script are used up. */
export const HELLO = {
  kind: 'text',
  text: 'An answer of the model.',
  tokens: { prompt: 40, completion: 6 },
} as const satisfies ScriptedReply;

interface Setup {
  environment?: Record<string, string>;
  replies?: ScriptedReply[];
  dataSource?: DataSource;
}

/** A chain of models that ask a provider of ours, on a real database. */
export class ChainStage {
  private constructor(
    readonly server: OpenAiServer,
    readonly database: TestDatabase,
  ) {}

  static async open(): Promise<ChainStage> {
    Logger.overrideLogger(false);
    return new ChainStage(...(await Promise.all([OpenAiServer.start(), testDatabase()])));
  }

  async close(): Promise<void> {
    await Promise.all([this.server.stop(), this.database.drop()]);
  }

  /** A chain of its own for each test, and a person who asks. */
  async setUp({ environment = {}, replies = [], dataSource = this.database.dataSource }: Setup) {
    await this.server.script(replies, HELLO);
    const ownerId = newId();
    const person = 'insert into users (id, email) values ($1, $2)';
    await this.database.dataSource.query(person, [ownerId, `${ownerId}@example.org`]);
    const chain = this.chain(environment, dataSource);
    const ask = (signal?: AbortSignal, changes: Partial<ModelRequest> = {}) =>
      chain.complete({
        ownerId,
        messages: [{ role: 'user', content: 'A question.' }],
        maxOutputTokens: 100,
        signal,
        ...changes,
      });
    return { ask, ledger: () => this.ledger(ownerId), ownerId };
  }

  private configuration(environment: Record<string, string>): Configuration {
    return loadConfiguration({
      DATABASE_URL: this.database.url,
      REDIS_URL: 'redis://127.0.0.1:1',
      JWT_SECRET: 'a test key, forty characters long, no less',
      OPENAI_BASE_URL: this.server.baseUrl,
      OPENAI_API_KEY: 'sk-secret',
      LLM_TIMEOUT_S: '1',
      LLM_MODELS: 'first',
      ...environment,
    });
  }

  private chain(environment: Record<string, string>, source: DataSource): ModelChain {
    const config = this.configuration(environment);
    const settings = fixedSettings(config);
    const budget = new TokenBudget(new TokenLedgerRepository(source), config, settings);
    const registry = new ModelRegistry(config, settings, QUICK);
    const paid = new PaidAnswers(source);
    const begun = new BegunAnswers(source);
    const calls = new PaidCalls(registry, budget, paid, begun, new CallGate());
    return new ModelChain(registry, paid, calls);
  }

  private async ledger(ownerId: string) {
    const [row] = await this.database.dataSource.query<{ used: number; reserved: number }[]>(
      'select used::int, reserved::int from token_usage where user_id = $1',
      [ownerId],
    );
    return row;
  }

  /** @returns the id of a job of theirs */
  async job(ownerId: string): Promise<string> {
    const [documentId, jobId] = [newId(), newId()];
    const { dataSource } = this.database;
    await dataSource.query(
      `insert into documents (id, owner_id, title, topic, language, type, target_pages,
         citation_style) values ($1, $2, 'T', 'T', 'en', 'essay', 5, 'apa')`,
      [documentId, ownerId],
    );
    const sql = 'insert into jobs (id, document_id, owner_id) values ($1, $2, $3)';
    await dataSource.query(sql, [jobId, documentId, ownerId]);
    return jobId;
  }
}

/** What a call fails with. */
export const problemOf = (promise: Promise<unknown>): Promise<ProblemException> =>
  promise.then(
    () => Promise.reject(new Error('It did not fail.')),
    (error: unknown) => error as ProblemException,
  );
