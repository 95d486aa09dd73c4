import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { newId, ProblemException } from '../../common';
import { type Configuration, loadConfiguration } from '../../config';
import { OpenAiServer } from '../../testing/openai/openai-server';
import type { ScriptedReply } from '../../testing/openai/reply';
import { type TestDatabase, testDatabase } from '../../testing/test-database';
import { fixedSettings } from '../../testing/fixed-settings';
import { TokenBudget } from '../budget/token-budget';
import { TokenLedgerRepository } from '../budget/token-ledger.repository';
import { BegunAnswers } from './begun-answers';
import { CallGate } from './call-gate';
import { ModelChain } from './model-chain';
import { modelCost } from './model-metrics';
import { ModelRegistry } from './model-registry';
import type { ModelRequest } from './model-request';
import { PaidAnswers } from './paid-answers';
import { PaidCalls } from './paid-calls';
import { prose } from './prose';

const QUICK = {
  retryDelaysMs: [5, 5, 5, 5, 5],
  breakAfter: 5,
  halfOpenAfterMs: 60_000,
  random: () => 1,
};
const HELLO: ScriptedReply = {
  kind: 'text',
  text: 'An answer of the model.',
  tokens: { prompt: 40, completion: 6 },
};

let server: OpenAiServer;
let database: TestDatabase;

beforeAll(async () => {
  Logger.overrideLogger(false);
  [server, database] = await Promise.all([OpenAiServer.start(), testDatabase()]);
});

afterAll(async () => {
  await Promise.all([server.stop(), database.drop()]);
});

function configuration(environment: Record<string, string>): Configuration {
  return loadConfiguration({
    DATABASE_URL: database.url,
    REDIS_URL: 'redis://127.0.0.1:1',
    JWT_SECRET: 'a test key, forty characters long, no less',
    OPENAI_BASE_URL: server.baseUrl,
    OPENAI_API_KEY: 'sk-secret',
    LLM_TIMEOUT_S: '1',
    LLM_MODELS: 'first',
    ...environment,
  });
}

interface Setup {
  environment?: Record<string, string>;
  replies?: ScriptedReply[];
  dataSource?: DataSource;
}

async function setUp({ environment = {}, replies = [], dataSource }: Setup) {
  await server.script(replies, HELLO);
  const source = dataSource ?? database.dataSource;
  const ownerId = newId();
  await database.dataSource.query('insert into users (id, email) values ($1, $2)', [
    ownerId,
    `${ownerId}@example.org`,
  ]);
  const config = configuration(environment);
  const settings = fixedSettings(config);
  const budget = new TokenBudget(new TokenLedgerRepository(source), config, settings);
  const registry = new ModelRegistry(config, settings, QUICK);
  const begun = new BegunAnswers(source);
  const paid = new PaidAnswers(source);
  const calls = new PaidCalls(registry, budget, paid, begun, new CallGate());
  const chain = new ModelChain(registry, paid, calls);
  const ask = (signal?: AbortSignal, changes: Partial<ModelRequest> = {}) =>
    chain.complete({
      ownerId,
      messages: [{ role: 'user', content: 'A question.' }],
      maxOutputTokens: 100,
      signal,
      ...changes,
    });
  const ledger = async () => {
    const [row] = await database.dataSource.query<{ used: number; reserved: number }[]>(
      'select used::int, reserved::int from token_usage where user_id = $1',
      [ownerId],
    );
    return row;
  };
  return { ask, ledger, ownerId };
}

const problem = (promise: Promise<unknown>): Promise<ProblemException> =>
  promise.then(
    () => Promise.reject(new Error('It did not fail.')),
    (error: unknown) => error as ProblemException,
  );

describe('asking a model', () => {
  it('gathers the streamed answer and books what the provider counted', async () => {
    const { ask, ledger } = await setUp({});
    expect(await ask()).toEqual({
      text: 'An answer of the model.',
      truncated: false,
      model: 'first',
      tokens: 46,
    });
    expect(await ledger()).toEqual({ used: 46, reserved: 0 });
    const [request] = await server.seen();
    expect(request).toMatchObject({ max_tokens: 100, authorization: 'Bearer sk-secret' });
  });

  it('counts the cost by the prices of what was read and written', async () => {
    const { ask } = await setUp({ environment: { LLM_PRICES: 'first=2/8' } });
    modelCost.reset();
    await ask();
    const { values } = await modelCost.get();
    expect(values).toMatchObject([{ labels: { model: 'first', currency: 'USD' } }]);
    expect(values[0]?.value).toBeCloseTo((40 * 2 + 6 * 8) / 1_000_000, 12);
  });

  it('estimates what a provider does not count', async () => {
    const { ask, ledger } = await setUp({ replies: [{ kind: 'text', text: 'Uncounted words.' }] });
    const { tokens } = await ask();
    expect(tokens).toBeGreaterThan(5);
    expect(await ledger()).toEqual({ used: tokens, reserved: 0 });
  });

  it('says when an answer has reached its longest length', async () => {
    const { ask } = await setUp({ replies: [{ kind: 'text', text: 'Cut of', finish: 'length' }] });
    expect(await ask()).toMatchObject({ truncated: true });
  });

  const passing: [string, ScriptedReply][] = [
    ['an overload', { kind: 'status', status: 429 }],
    ['a server error', { kind: 'status', status: 500 }],
    ['a gateway error', { kind: 'status', status: 503 }],
    ['silence', { kind: 'hang' }],
    ['a stream that stalls', { kind: 'stall' }],
    ['a stream that breaks off', { kind: 'cut' }],
    ['a connection that is reset', { kind: 'reset' }],
    ['malformed chunks', { kind: 'garbage' }],
    ['an empty answer', { kind: 'text', text: '' }],
  ];

  it.each(passing)('tries again after %s', async (_, fault) => {
    const { ask, ledger } = await setUp({ replies: [fault] });
    expect(await ask()).toMatchObject({ text: 'An answer of the model.' });
    expect(await server.seen()).toHaveLength(2);
    expect(await ledger()).toMatchObject({ reserved: 0 });
  });

  it('waits as long as the server asks for', async () => {
    const { ask } = await setUp({ replies: [{ kind: 'status', status: 429, retryAfter: '1' }] });
    const startedAt = performance.now();
    await ask();
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(990);
  });

  it('asks the next model where the first asks for hours', async () => {
    const { ask } = await setUp({
      environment: { LLM_MODELS: 'first,second' },
      replies: [{ kind: 'status', status: 429, retryAfter: '54000' }],
    });
    expect(await ask()).toMatchObject({ model: 'second' });
    expect(await server.seen()).toHaveLength(2);
  });

  it('books what a broken stream had sent', async () => {
    const { ask, ledger } = await setUp({ replies: [{ kind: 'cut' }] });
    const { tokens } = await ask();
    expect(tokens).toBeGreaterThan(46);
    expect(await ledger()).toEqual({ used: tokens, reserved: 0 });
  });

  const final: [string, ScriptedReply][] = [
    ['a wrong key', { kind: 'status', status: 401 }],
    ['an unknown model', { kind: 'status', status: 404 }],
    ['a refused request', { kind: 'status', status: 400 }],
    ['a spent quota', { kind: 'status', status: 429, code: 'insufficient_quota' }],
  ];

  it.each(final)('does not ask again after %s', async (_, fault) => {
    const { ask, ledger } = await setUp({ replies: [fault] });
    expect(await problem(ask())).toMatchObject({ code: 'MODEL_FAILED' });
    expect(await server.seen()).toHaveLength(1);
    expect(await ledger()).toEqual({ used: 0, reserved: 0 });
  });

  it('keeps what the provider says about the key to itself', async () => {
    const { ask } = await setUp({ replies: [{ kind: 'status', status: 401 }] });
    const { message, detail } = await problem(ask());
    expect(`${message} ${detail}`).not.toContain('sk-secret');
  });
});

async function job(ownerId: string): Promise<string> {
  const [documentId, jobId] = [newId(), newId()];
  await database.dataSource.query(
    `insert into documents (id, owner_id, title, topic, language, type, target_pages,
       citation_style) values ($1, $2, 'T', 'T', 'en', 'essay', 5, 'apa')`,
    [documentId, ownerId],
  );
  const sql = 'insert into jobs (id, document_id, owner_id) values ($1, $2, $3)';
  await database.dataSource.query(sql, [jobId, documentId, ownerId]);
  return jobId;
}

describe('within a job', () => {
  it('the same request is asked and paid for once, whatever else it tells', async () => {
    const { ask, ledger, ownerId } = await setUp({});
    const jobId = await job(ownerId);
    const first = await ask(undefined, { jobId, about: 'a section' });
    const messages = [{ role: 'user' as const, content: 'A question, and what is new.' }];
    expect(await ask(undefined, { jobId, about: 'a section', messages })).toEqual(first);
    expect(await server.seen()).toHaveLength(1);
    expect(await ledger()).toEqual({ used: 46, reserved: 0 });
  });

  it('another request, or that of another job, is asked', async () => {
    const { ask, ownerId } = await setUp({});
    const jobId = await job(ownerId);
    await ask(undefined, { jobId });
    await ask(undefined, { jobId, about: 'another' });
    await ask(undefined, { jobId: await job(ownerId) });
    await ask();
    expect(await server.seen()).toHaveLength(4);
  });

  it('one call at a time is without anything that is kept, and gives way as soon as it is not', async () => {
    const replies: ScriptedReply[] = [
      { kind: 'stall', text: 'Pauses between lessons help pup' },
      { kind: 'hang' },
    ];
    const { ask, ownerId } = await setUp({ replies, environment: { LLM_TIMEOUT_S: '20' } });
    const jobId = await job(ownerId);
    const lost = new AbortController();
    const asked = ['one', 'two', 'three'].map((about) =>
      ask(lost.signal, { jobId, about, continuation: prose('en') }),
    );
    while ((await server.seen()).length < 2) await delay(10);
    await delay(300);
    expect(await server.seen()).toHaveLength(2);
    lost.abort(new Error('killed'));
    for (const one of await Promise.allSettled(asked)) expect(one.status).toBe('rejected');
    expect(await ask(undefined, { jobId, about: 'three' })).toMatchObject({ text: HELLO.text });
  });

  it('one that failed is asked again', async () => {
    const { ask, ownerId } = await setUp({ replies: [{ kind: 'status', status: 400 }] });
    const jobId = await job(ownerId);
    await problem(ask(undefined, { jobId }));
    expect(await ask(undefined, { jobId })).toMatchObject({ text: 'An answer of the model.' });
  });
});

describe('an answer that breaks off', () => {
  const BEGUN = 'Sleep helps. Pauses help as well. Tests';
  const rest = (text: string): ScriptedReply => ({ kind: 'text', text });
  const asked = async () => (await server.seen()).map(({ messages }) => messages.slice(1));

  it('is gone on with from its last whole sentence, where it is running text', async () => {
    const replies = [{ kind: 'cut' as const, text: BEGUN }, rest('Tests help most.')];
    const { ask, ledger } = await setUp({ replies });
    const { text, tokens } = await ask(undefined, { continuation: prose('en') });
    expect(text).toBe('Sleep helps. Pauses help as well. Tests help most.');
    expect((await asked())[1]).toEqual([
      { role: 'assistant', content: 'Sleep helps. Pauses help as well.' },
      { role: 'user', content: expect.stringContaining('Go on') as string },
    ]);
    expect(await ledger()).toEqual({ used: tokens, reserved: 0 });
  });

  it('breaks off again, and nothing of it is lost', async () => {
    const replies = [
      { kind: 'cut' as const, text: BEGUN },
      { kind: 'cut' as const, text: 'Tests help most. So do' },
      rest('So do walks.'),
    ];
    const { ask } = await setUp({ replies });
    const { text } = await ask(undefined, { continuation: prose('en') });
    expect(text).toBe('Sleep helps. Pauses help as well. Tests help most. So do walks.');
  });

  it('is asked anew where it is none', async () => {
    const { ask } = await setUp({ replies: [{ kind: 'cut', text: BEGUN }] });
    expect(await ask()).toMatchObject({ text: HELLO.text });
    expect(await asked()).toEqual([[], []]);
  });

  it('is asked anew of another model, which did not write it', async () => {
    const environment = { LLM_MODELS: 'first,second' };
    const refused: ScriptedReply = { kind: 'status', status: 401 };
    const { ask } = await setUp({ environment, replies: [{ kind: 'cut', text: BEGUN }, refused] });
    const answer = await ask(undefined, { continuation: prose('en') });
    expect(answer).toMatchObject({ model: 'second', text: HELLO.text });
  });

  it('is gone on with from there in another process too, by who has begun it', async () => {
    const environment = { LLM_MODELS: 'first,second' };
    const replies: ScriptedReply[] = [
      { kind: 'status', status: 401 },
      { kind: 'cut', text: BEGUN },
      { kind: 'hang' },
    ];
    const { ask, ownerId } = await setUp({ environment, replies });
    const request = { jobId: await job(ownerId), continuation: prose('en') };
    const lost = new AbortController();
    const first = ask(lost.signal, request);
    first.catch(() => undefined);
    while ((await server.seen()).length < 3) await delay(10);
    lost.abort(new Error('killed'));
    await expect(first).rejects.toThrow('killed');
    await server.script([rest('Tests help most.')]);
    const { text, model } = await ask(undefined, request);
    expect([text, model]).toEqual(['Sleep helps. Pauses help as well. Tests help most.', 'second']);
    expect(await server.seen()).toHaveLength(1);
  });

  it('with its worker is gone on with by the next one', async () => {
    const replies = [{ kind: 'stall' as const, text: BEGUN }, rest('Tests help most.')];
    const { ask, ownerId } = await setUp({ replies, environment: { LLM_TIMEOUT_S: '20' } });
    const jobId = await job(ownerId);
    const request = { jobId, continuation: prose('en'), about: 'a section' } as const;
    const lost = new AbortController();
    const first = ask(lost.signal, request);
    await stored(jobId, BEGUN);
    expect((await ask(undefined, request)).text).toMatch(/^Sleep helps.*help as well. Tests help/);
    expect((await asked())[1]).toHaveLength(2);
    lost.abort(new Error('killed'));
    await expect(first).rejects.toThrow('killed');
  });

  async function stored(jobId: string, text: string): Promise<void> {
    const sql = 'select text from begun_answers where job_id = $1';
    for (let tries = 0; tries < 100; tries += 1) {
      const [row] = await database.dataSource.query<{ text: string }[]>(sql, [jobId]);
      if (row?.text === text) return;
      await delay(50);
    }
    throw new Error('The answer is not stored.');
  }
});

describe('a model that sends what cannot be stored', () => {
  it('is cleaned', async () => {
    const { ask, ownerId } = await setUp({ replies: [{ kind: 'text', text: 'A\u0000 b\ud83d.' }] });
    const { text } = await ask(undefined, { jobId: await job(ownerId) });
    expect(text).toBe('A b\ufffd.');
  });
});

describe('a model that is down', () => {
  it('is asked at most ten times by any number of calls, and the next one answers', async () => {
    const { ask } = await setUp({ environment: { LLM_MODELS: 'down,second' } });
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask()));
    expect(answers.map(({ model }) => model)).toEqual(Array(5).fill('second'));
    await ask();
    const asked = await server.seen();
    expect(asked.filter(({ model }) => model === 'down').length).toBeLessThanOrEqual(10);
  });

  it('is an honest failure where there is no other', async () => {
    const { ask, ledger } = await setUp({ environment: { LLM_MODELS: 'down' } });
    expect(await problem(ask())).toMatchObject({ code: 'MODEL_FAILED', retryAfter: 60 });
    expect(await server.seen()).toHaveLength(5);
    expect(await ledger()).toEqual({ used: 0, reserved: 0 });
  });
});

describe('giving up', () => {
  it('ends a call that is under way', async () => {
    const { ask, ledger } = await setUp({ replies: [{ kind: 'hang' }] });
    const controller = new AbortController();
    const asked = ask(controller.signal);
    setTimeout(() => {
      controller.abort(new Error('cancelled'));
    }, 100);
    await expect(asked).rejects.toThrow('cancelled');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await ledger()).toEqual({ used: 0, reserved: 0 });
  });

  it('ends the wait before a retry', async () => {
    const replies: ScriptedReply[] = [{ kind: 'status', status: 429, retryAfter: '30' }];
    const { ask } = await setUp({ replies });
    const startedAt = performance.now();
    await expect(ask(AbortSignal.timeout(200))).rejects.toThrow();
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});

describe('the budget', () => {
  it('lets no call be made that could pass the limit', async () => {
    const { ask } = await setUp({ environment: { DAILY_TOKEN_LIMIT: '100' } });
    const { code, retryAfter } = await problem(ask());
    expect(code).toBe('TOKEN_LIMIT');
    expect(retryAfter).toBeGreaterThan(0);
    expect(retryAfter).toBeLessThanOrEqual(86_400);
    expect(await server.seen()).toHaveLength(0);
  });

  it('lets no call be made while the ledger is away', async () => {
    const away = { query: () => Promise.reject(new Error('ECONNREFUSED')) };
    const { ask } = await setUp({ dataSource: away as unknown as DataSource });
    await expect(ask()).rejects.toThrow('ECONNREFUSED');
    expect(await server.seen()).toHaveLength(0);
  });
});
