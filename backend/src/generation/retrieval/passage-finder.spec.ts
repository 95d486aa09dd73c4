import { Logger } from '@nestjs/common';
import { newId } from '../../common';
import { loadConfiguration } from '../../config';
import { PassageSearch } from '../../sources';
import { PassageRanker } from '../../sources/passages/ranking/passage-ranker';
import { OpenAiServer } from '../../testing/openai/openai-server';
import type { ScriptedReply } from '../../testing/openai/reply';
import { type TestDatabase, testDatabase } from '../../testing/test-database';
import { TestLibrary } from '../../testing/test-library';
import { fixedSettings } from '../../testing/fixed-settings';
import { TokenBudget } from '../budget/token-budget';
import { TokenLedgerRepository } from '../budget/token-ledger.repository';
import { CallGate } from '../models/call-gate';
import { Embedder, type Payer } from './embedder';
import { PassageFinder } from './passage-finder';
import { PassageVectorsRepository } from './passage-vectors.repository';
import { QueryVectorsRepository } from './query-vectors.repository';
import { SemanticRanking } from './semantic-ranking';

const QUICK = {
  retryDelaysMs: [5, 5, 5, 5, 5],
  breakAfter: 50,
  halfOpenAfterMs: 60,
  random: () => 1,
};

const WORKS = [
  { title: 'Alpha', abstract: 'Otters live beside a river and catch trout.' },
  { title: 'Beta', abstract: 'Beavers dam a stream, and trout swim in it.' },
  {
    title: 'Gamma',
    abstract: 'Otters were once pictured on the bonnet of a car with a loud engine.',
  },
  { title: 'Delta', abstract: 'Motors need oil.' },
];

let server: OpenAiServer;
let database: TestDatabase;
let ranker: PassageRanker;

beforeAll(async () => {
  Logger.overrideLogger(false);
  [server, database] = await Promise.all([OpenAiServer.start(), testDatabase()]);
  ranker = new PassageRanker(database.url);
});

afterAll(async () => {
  await ranker.onApplicationShutdown();
  await Promise.all([server.stop(), database.drop()]);
});

interface Setup {
  environment?: Record<string, string>;
  replies?: ScriptedReply[];
}

async function setUp({ environment = {}, replies = [] }: Setup = {}) {
  await server.script(replies);
  const { dataSource } = database;
  const library = await TestLibrary.create(dataSource);
  const documentId = await library.document('en');
  await library.add(documentId, WORKS);
  const config = loadConfiguration({
    DATABASE_URL: database.url,
    REDIS_URL: 'redis://127.0.0.1:1',
    JWT_SECRET: 'a test key, forty characters long, no less',
    OPENAI_BASE_URL: server.baseUrl,
    OPENAI_API_KEY: 'sk-secret',
    LLM_TIMEOUT_S: '1',
    EMBEDDING_MODEL: 'meaning',
    ...environment,
  });
  const budget = new TokenBudget(
    new TokenLedgerRepository(dataSource),
    config,
    fixedSettings(config),
  );
  const embedder = new Embedder(config, budget, QUICK);
  const newFinder = () => {
    const repository = new PassageVectorsRepository(dataSource);
    const paid = new QueryVectorsRepository(dataSource);
    const semantic = new SemanticRanking(embedder, repository, paid, new CallGate());
    return new PassageFinder(new PassageSearch(dataSource, ranker), semantic);
  };
  let finder = newFinder();
  const payer: Payer = { ownerId: library.ownerId, tokens: 0 };
  const find = async (query = 'otters in a river', among: { sourceIds?: string[] } = {}) => {
    const request = { documentId, language: 'en' as const, query, limit: 3, ...among };
    return (await finder.find(request, payer)).map(({ key }) => key);
  };
  const used = async () => (await budget.usage(library.ownerId)).tokensUsedToday;
  const vectors = async () => {
    const rows = await dataSource.query<unknown[]>(
      'select from passage_vectors where document_id = $1',
      [documentId],
    );
    return rows.length;
  };
  const restart = () => {
    finder = newFinder();
  };
  return { find, payer, used, vectors, library, documentId, restart };
}

const BY_WORDS = ['alpha', 'gamma'];

async function job(ownerId: string, documentId: string): Promise<string> {
  const jobId = newId();
  const sql = 'insert into jobs (id, document_id, owner_id) values ($1, $2, $3)';
  await database.dataSource.query(sql, [jobId, documentId, ownerId]);
  return jobId;
}

describe('finding passages for a job', () => {
  it('asks for each vector once, also side by side and in the next process', async () => {
    const { find, payer, library, documentId, restart } = await setUp();
    payer.jobId = await job(library.ownerId, documentId);
    await Promise.all([find(), find(), find()]);
    const asked = await server.seen();
    expect(asked.map(({ input }) => input?.length)).toEqual([WORKS.length, 1]);
    restart();
    expect(await find()).toEqual(['alpha', 'gamma', 'beta']);
    expect(await server.seen()).toHaveLength(2);
  });
});

describe('finding passages with a model for embeddings', () => {
  it('finds by meaning what does not have the words, after what words find too', async () => {
    const { find } = await setUp();
    expect(await find()).toEqual(['alpha', 'gamma', 'beta']);
    const [request] = await server.seen();
    expect(request).toMatchObject({ model: 'meaning', authorization: 'Bearer sk-secret' });
  });

  it('makes each vector once, and is paid from the budget', async () => {
    const { find, payer, used, vectors, library, documentId } = await setUp();
    await find();
    expect(await vectors()).toBe(WORKS.length);
    expect(payer.tokens).toBeGreaterThan(20);
    expect(await used()).toBe(payer.tokens);
    await find();
    expect((await server.seen()).length).toBe(2);
    await library.add(documentId, [{ title: 'Epsilon', abstract: 'A mammal in a lake.' }]);
    await find('otters in a lake');
    const calls = (await server.seen()).slice(2).map(({ input }) => input);
    expect(calls).toEqual([['A mammal in a lake.'], ['otters in a lake']]);
  });

  it('keeps to the sources asked for, and finds nothing off the topic', async () => {
    const { find, library, documentId } = await setUp();
    const sourceIds = await library.sourceIds(documentId, 'gamma', 'delta');
    expect(await find('otters in a river', { sourceIds })).toEqual(['gamma']);
    expect(await find('medieval trade routes')).toEqual([]);
  });

  it('embeds of a large library only what words find', async () => {
    const { find, vectors, library, documentId } = await setUp();
    const others = Array.from({ length: 1000 }, (_, index) => ({
      title: `Other ${String(index)}`,
      abstract: 'Nothing of note.',
    }));
    await library.add(documentId, others);
    expect(await find()).toEqual(BY_WORDS);
    expect(await vectors()).toBe(BY_WORDS.length);
  });

  it('asks nobody where no model is configured', async () => {
    const { find } = await setUp({ environment: { EMBEDDING_MODEL: '' } });
    expect(await find()).toEqual(BY_WORDS);
    expect(await server.seen()).toEqual([]);
  });

  it('comes through a passing fault', async () => {
    const { find } = await setUp({ replies: [{ kind: 'status', status: 503 }] });
    expect(await find()).toEqual(['alpha', 'gamma', 'beta']);
  });

  const faults: [string, ScriptedReply][] = [
    ['a wrong key', { kind: 'status', status: 401 }],
    ['an unknown model', { kind: 'status', status: 404 }],
    ['a text it does not take', { kind: 'status', status: 400 }],
    ['a spent quota', { kind: 'status', status: 429, code: 'insufficient_quota' }],
    ['an overload', { kind: 'status', status: 429 }],
    ['a server error', { kind: 'status', status: 500 }],
    ['silence', { kind: 'hang' }],
    ['a reset', { kind: 'reset' }],
    ['an answer that is no JSON', { kind: 'garbage' }],
    ['too few vectors', { kind: 'short' }],
  ];

  it.each(faults)('falls back to the words upon %s, and costs nothing', async (_, fault) => {
    const { find, used } = await setUp({ replies: [fault, fault, fault] });
    expect(await find()).toEqual(BY_WORDS);
    expect(await used()).toBe(0);
  });

  it('stops at a spent allowance like any call of a model', async () => {
    const { find } = await setUp({ environment: { DAILY_TOKEN_LIMIT: '20' } });
    await expect(find()).rejects.toMatchObject({ code: 'TOKEN_LIMIT' });
    expect(await server.seen()).toEqual([]);
  });

  it('stops when its caller gives up', async () => {
    const { find, payer } = await setUp({ replies: [{ kind: 'hang' }] });
    const reason = new Error('given up');
    const controller = new AbortController();
    payer.signal = controller.signal;
    const finding = find();
    setTimeout(() => {
      controller.abort(reason);
    }, 100);
    await expect(finding).rejects.toBe(reason);
  });
});
