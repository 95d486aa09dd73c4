import { randomBytes } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import type { SourceProviderName } from '../../config';
import {
  arxivFeed,
  crossrefItem,
  openAlexWork,
  semanticScholarPaper,
} from '../../testing/providers/wire-formats';
import { type FixtureWork, RECALL } from '../../testing/providers/work-fixtures';
import { testRedisUrl } from '../../testing/test-redis';
import { AnswerCache } from './answer-cache';
import { Arxiv } from './apis/arxiv';
import { Crossref } from './apis/crossref';
import { OpenAlex } from './apis/openalex';
import { SemanticScholar } from './apis/semantic-scholar';
import { Patience } from './patience';
import { PoliteProvider } from './polite-provider';
import { ProviderChain } from './provider-chain';
import { SharedLimits } from './shared-limits';
import type { ProviderReply, Transport } from './transport';

/**
 * Time here is a number that the test moves: timers and dates are fake, and the token bucket, which
 * runs in the real Redis, is told that time. What takes an hour is over in a moment, and exact.
 */
const LATENCY_MS = 300;
const DAY_MS = 86_400_000;

interface Service {
  name: SourceProviderName;
  /** What the service allows within any interval; more is a call over its limit. */
  calls: number;
  intervalMs: number;
  answer(work: FixtureWork): ProviderReply;
  arrivals: number[];
}

const reply = (body: unknown, headers: Record<string, string> = {}, status = 200) => ({
  status,
  headers: new Headers(headers),
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

const service = (
  name: SourceProviderName,
  calls: number,
  intervalMs: number,
  answer: Service['answer'],
): Service => ({ name, calls, intervalMs, answer, arrivals: [] });

const crossrefHeaders = { 'x-rate-limit-limit': '3', 'x-rate-limit-interval': '1s' };

const services = () => ({
  semantic_scholar: service('semantic_scholar', 1, 1000, (work) =>
    reply(semanticScholarPaper(work)),
  ),
  openalex: service('openalex', 100, 1000, (work) => reply(openAlexWork(work))),
  crossref: service('crossref', 3, 1000, (work) =>
    reply({ message: crossrefItem(work) }, crossrefHeaders),
  ),
  arxiv: service('arxiv', 1, 3000, (work) => reply(arxivFeed([['1', work]]))),
});

type Services = ReturnType<typeof services>;

/** Calls that the service saw although its limit was used up. */
function callsOver({ arrivals, calls, intervalMs }: Service): number {
  return arrivals.filter(
    (time, index) => time - (arrivals[index - calls] ?? -Infinity) < intervalMs,
  ).length;
}

let redis: Redis;
let commands = 0;

beforeEach(() => {
  Logger.overrideLogger(false);
  redis = new Redis(testRedisUrl(), { keyPrefix: `test:${randomBytes(6).toString('hex')}:` });
  const send = redis.sendCommand.bind(redis);
  redis.sendCommand = (...args) => {
    commands += 1;
    return send(...args);
  };
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
});

afterEach(() => {
  jest.useRealTimers();
  redis.disconnect();
});

/** Until nothing is under way but waiting: Redis has answered, and nobody has asked it again. */
async function settle(): Promise<void> {
  let before: number;
  do {
    before = commands;
    await redis.ping();
    await new Promise((resolve) => setImmediate(resolve));
  } while (commands > before + 1);
}

/** Several replicas, each with providers of its own, on one Redis. */
function replica(all: Services, transport: Transport): ProviderChain {
  const tools = {
    limits: new SharedLimits(redis, Date.now),
    cache: new AnswerCache(redis),
    transport,
    random: Math.random,
  };
  const access = (name: SourceProviderName) => ({
    baseUrl: `https://${all[name].name}.example`.replaceAll('_', '-'),
    apiKey: undefined,
    contactEmail: undefined,
  });
  return new ProviderChain([
    new PoliteProvider(new SemanticScholar(access('semantic_scholar')), tools),
    new PoliteProvider(new OpenAlex(access('openalex')), tools),
    new PoliteProvider(new Crossref(access('crossref')), tools),
    new PoliteProvider(new Arxiv(access('arxiv')), tools),
  ]);
}

/** Delivers to the services; `refuse` may answer in their place. */
function network(
  all: Services,
  refuse: (to: Service) => ProviderReply | undefined = () => undefined,
): Transport {
  return async ({ url }) => {
    const name = url.hostname.split('.')[0]?.replaceAll('-', '_') as SourceProviderName;
    const to = all[name];
    to.arrivals.push(Date.now());
    await new Promise((resolve) => setTimeout(resolve, LATENCY_MS));
    const over = callsOver(to) > 0;
    const [, doi = RECALL.doi] = /(10\.5555\/[\w.-]+)/.exec(decodeURIComponent(url.href)) ?? [];
    return refuse(to) ?? (over ? reply('{}', {}, 429) : to.answer({ ...RECALL, doi }));
  };
}

interface Outcome {
  found: boolean;
  tookMs: number;
}

async function storm(chains: ProviderChain[], lookUps: number): Promise<Outcome[]> {
  const start = Date.now();
  const outcomes = Array.from({ length: lookUps }, async (_, index): Promise<Outcome> => {
    const chain = chains[index % chains.length]!;
    const { work } = await chain.lookUp(`10.5555/storm.${String(index)}`, Patience.ofJob());
    return { found: work !== undefined, tookMs: Date.now() - start };
  });
  let done = false;
  const all = Promise.all(outcomes).finally(() => {
    done = true;
  });
  for (;;) {
    await settle();
    if (done) return all;
    jest.advanceTimersToNextTimer();
  }
}

const longest = (outcomes: readonly Outcome[]) => Math.max(...outcomes.map(({ tookMs }) => tookMs));
const over = (all: Services) => Object.values(all).map(callsOver);

describe('a storm of look-ups', () => {
  it('stays within every limit, waits no minute, and completes', async () => {
    const all = services();
    const chains = [1, 2, 3].map(() => replica(all, network(all)));
    const outcomes = await storm(chains, 300);
    expect(outcomes.filter(({ found }) => !found)).toEqual([]);
    expect(over(all)).toEqual([0, 0, 0, 0]);
    expect(longest(outcomes)).toBeLessThanOrEqual(61_000);
  });

  it('completes from the others while one refuses everything without saying for how long', async () => {
    const all = services();
    const refuse = ({ name }: Service) =>
      name === 'semantic_scholar' ? reply('{}', {}, 429) : undefined;
    const outcomes = await storm([replica(all, network(all, refuse))], 200);
    expect(outcomes.filter(({ found }) => !found)).toEqual([]);
    expect(over(all)).toEqual([0, 0, 0, 0]);
    expect(longest(outcomes)).toBeLessThanOrEqual(61_000);
    // five refusals, then the circuit is open; one probe a minute
    expect(all.semantic_scholar.arrivals.length).toBeLessThanOrEqual(7);
  });

  it('completes from one alone, within its limit, while the others refuse or are spent', async () => {
    const all = services();
    const refuse = ({ name }: Service) => {
      if (name === 'semantic_scholar') return reply('{}', {}, 429);
      return name === 'openalex' ? reply('{}', { 'retry-after': '54000' }, 429) : undefined;
    };
    const chains = [1, 2].map(() => replica(all, network(all, refuse)));
    const outcomes = await storm(chains, 100);
    expect(outcomes.filter(({ found }) => !found)).toEqual([]);
    expect(over(all)).toEqual([0, 0, 0, 0]);
    expect(longest(outcomes)).toBeLessThanOrEqual(61_000);
    expect(all.crossref.arrivals).toHaveLength(100);
  });

  it('moves on at once when a day’s budget is spent', async () => {
    const all = services();
    const refuse = ({ name }: Service) =>
      name === 'openalex' ? reply('{}', { 'retry-after': '54000' }, 429) : undefined;
    const chain = replica(all, network(all, refuse));
    const outcomes = await storm([chain], 40);
    expect(outcomes.filter(({ found }) => !found)).toEqual([]);
    expect(over(all)).toEqual([0, 0, 0, 0]);
    const calls = all.openalex.arrivals.length;
    const [later] = await storm([chain], 1);
    expect(later).toMatchObject({ found: true });
    expect(all.openalex.arrivals).toHaveLength(calls);
    expect(await redis.pttl('provider:openalex:doi:spent')).toBeGreaterThan(DAY_MS / 2);
  });
});
