import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { ProviderServer } from '../../testing/providers/provider-server';
import { RECALL } from '../../testing/providers/work-fixtures';
import { testRedisUrl } from '../../testing/test-redis';
import { AnswerCache } from './answer-cache';
import { Crossref } from './apis/crossref';
import { OpenAlex } from './apis/openalex';
import { SemanticScholar } from './apis/semantic-scholar';
import { Patience } from './patience';
import { PoliteProvider, type ProviderTools } from './polite-provider';
import type { Question } from './question';
import { SharedLimits } from './shared-limits';
import { overHttp } from './transport';

let server: ProviderServer;
let redis: Redis;
let tools: ProviderTools;
let count = 0;

beforeAll(async () => {
  server = await ProviderServer.start();
});

afterAll(() => server.stop());

beforeEach(async () => {
  await server.fail({});
  redis = new Redis(testRedisUrl(), { keyPrefix: `test:${randomBytes(6).toString('hex')}:` });
  tools = {
    limits: new SharedLimits(redis),
    cache: new AnswerCache(redis),
    // what a slow service costs is a matter of seconds here
    transport: (request, timeoutMs) => overHttp(request, Math.min(timeoutMs, 500)),
    random: () => 0.01,
  };
});

afterEach(() => {
  redis.disconnect();
});

const access = (variable: string) => ({
  baseUrl: server.environment[variable] ?? '',
  apiKey: undefined,
  contactEmail: undefined,
});
const openAlex = () => new PoliteProvider(new OpenAlex(access('OPENALEX_BASE_URL')), tools);

const known: Question = { kind: 'doi', doi: RECALL.doi };
/** A DOI that nobody was asked for yet. */
const unknown = (): Question => ({ kind: 'doi', doi: `10.5555/unknown.${String(++count)}` });
const ask = (provider: PoliteProvider, question: Question = unknown()) =>
  provider.ask(question, Patience.ofPerson(), 10_000);

describe('a provider', () => {
  it('finds a work, and knows it from then on without asking', async () => {
    const first = await ask(openAlex(), known);
    expect(first).toMatchObject({ kind: 'found', works: [{ csl: { title: RECALL.title } }] });
    expect(await ask(openAlex(), known)).toEqual(first);
    expect(await server.seen()).toHaveLength(1);
  });

  it('remembers for minutes that there is no such work', async () => {
    const question = unknown();
    expect(await ask(openAlex(), question)).toEqual({ kind: 'empty' });
    expect(await ask(openAlex(), question)).toEqual({ kind: 'empty' });
    expect(await server.seen()).toHaveLength(1);
    const [kept] = await redis.keys('*answer*');
    const ttl = await redis.ttl((kept ?? '').replace(redis.options.keyPrefix ?? '', ''));
    expect(ttl).toBeLessThanOrEqual(600);
  });

  it.each([
    ['html', { kind: 'html' }, 'malformed'],
    ['a cut answer', { kind: 'cut' }, 'malformed'],
    ['silence', { kind: 'silence' }, 'timeout'],
    ['a slow drip', { kind: 'drip' }, 'timeout'],
    ['a flood', { kind: 'flood' }, 'too_large'],
    ['a redirect', { kind: 'redirect', to: 'http://127.0.0.1:9/' }, 'redirected'],
    ['a 500', { kind: 'status', status: 500 }, 'unavailable'],
    ['a 403', { kind: 'status', status: 403 }, 'unauthorized'],
    ['a 400', { kind: 'status', status: 400 }, 'rejected'],
    ['a 429', { kind: 'status', status: 429 }, 'rate_limited'],
  ] as const)('fails on %s, and forgets it', async (_, fault, reason) => {
    await server.fail({ openalex: fault });
    expect(await ask(openAlex(), known)).toMatchObject({ kind: 'failed', reason });
    await server.fail({});
    expect(await ask(openAlex(), known)).toMatchObject({ kind: 'found' });
  });

  it('tells a search that is answered by 404 from an empty one', async () => {
    await server.fail({ openalex: { kind: 'status', status: 404 } });
    const question: Question = { kind: 'words', words: 'night train', limit: 5 };
    expect(await ask(openAlex(), question)).toMatchObject({ kind: 'failed', reason: 'rejected' });
  });

  it('waits as long as it is told, and has everybody else wait as well', async () => {
    const headers = { 'retry-after': '1' };
    await server.fail({ openalex: { kind: 'status', status: 429, headers } });
    const asking = ask(openAlex(), known);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await server.fail({});
    const [first, other] = await Promise.all([asking, ask(openAlex())]);
    expect([first.kind, other.kind]).toEqual(['found', 'empty']);
    expect(await tools.limits.paused('openalex:doi')).toBe(0);
  });

  it('leaves one alone whose budget is spent, in every process, until it is renewed', async () => {
    const headers = { 'retry-after': String(15 * 3600) };
    await server.fail({ openalex: { kind: 'status', status: 429, headers } });
    const answer = await ask(openAlex());
    expect(answer).toMatchObject({ kind: 'spent' });
    const hours = answer.kind === 'spent' ? (+answer.until - Date.now()) / 3_600_000 : 0;
    expect(hours).toBeCloseTo(15, 1);
    await server.fail({});
    expect(await ask(openAlex())).toMatchObject({ kind: 'spent' });
    expect(await server.seen()).toEqual([]);
    const search: Question = { kind: 'words', words: 'recalling night train', limit: 5 };
    expect(await ask(openAlex(), search)).toMatchObject({ kind: 'found' });
  });

  it('is not asked any more after five failures in a row', async () => {
    await server.fail({ openalex: { kind: 'status', status: 500 } });
    const provider = openAlex();
    for (let call = 0; call < 3; call += 1) await ask(provider);
    expect(await ask(provider)).toMatchObject({ kind: 'failed', reason: 'circuit_open' });
    expect(await server.seen()).toHaveLength(5);
  });

  it('learns its limit from headers, for all processes', async () => {
    const crossref = new PoliteProvider(new Crossref(access('CROSSREF_BASE_URL')), tools);
    await ask(crossref);
    expect(Number(await redis.get('provider:crossref:doi:gap'))).toBe(24);
  });

  it('is passed over at once when there is no turn within the time that there is', async () => {
    await tools.limits.pause('semantic_scholar', 50_000);
    const provider = new PoliteProvider(
      new SemanticScholar(access('SEMANTIC_SCHOLAR_BASE_URL')),
      tools,
    );
    const start = Date.now();
    expect(await ask(provider)).toMatchObject({ kind: 'failed', reason: 'busy' });
    expect(Date.now() - start).toBeLessThan(1000);
  });

  it('is not asked without Redis, where nobody knows what others ask', async () => {
    redis.disconnect();
    expect(await ask(openAlex())).toMatchObject({ kind: 'failed', reason: 'limits_unknown' });
    expect(await server.seen()).toEqual([]);
  });
});
