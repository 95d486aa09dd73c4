import type { DataSource } from 'typeorm';
import { ChainStage, problemOf } from '../../testing/openai/chain-stage';
import type { ScriptedReply } from '../../testing/openai/reply';
import { modelCost } from './model-metrics';

let stage: ChainStage;

beforeAll(async () => {
  stage = await ChainStage.open();
});

afterAll(() => stage.close());

describe('asking a model', () => {
  it('gathers the streamed answer and books what the provider counted', async () => {
    const { ask, ledger } = await stage.setUp({});
    expect(await ask()).toEqual({
      text: 'An answer of the model.',
      truncated: false,
      model: 'first',
      tokens: 46,
    });
    expect(await ledger()).toEqual({ used: 46, reserved: 0 });
    const [request] = await stage.server.seen();
    expect(request).toMatchObject({ max_tokens: 100, authorization: 'Bearer sk-secret' });
  });

  it('counts the cost by the prices of what was read and written', async () => {
    const { ask } = await stage.setUp({ environment: { LLM_PRICES: 'first=2/8' } });
    modelCost.reset();
    await ask();
    const { values } = await modelCost.get();
    expect(values).toMatchObject([{ labels: { model: 'first', currency: 'USD' } }]);
    expect(values[0]?.value).toBeCloseTo((40 * 2 + 6 * 8) / 1_000_000, 12);
  });

  it('estimates what a provider does not count', async () => {
    const { ask, ledger } = await stage.setUp({
      replies: [{ kind: 'text', text: 'Uncounted words.' }],
    });
    const { tokens } = await ask();
    expect(tokens).toBeGreaterThan(5);
    expect(await ledger()).toEqual({ used: tokens, reserved: 0 });
  });

  it('says when an answer has reached its longest length', async () => {
    const { ask } = await stage.setUp({
      replies: [{ kind: 'text', text: 'Cut of', finish: 'length' }],
    });
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
    const { ask, ledger } = await stage.setUp({ replies: [fault] });
    expect(await ask()).toMatchObject({ text: 'An answer of the model.' });
    expect(await stage.server.seen()).toHaveLength(2);
    expect(await ledger()).toMatchObject({ reserved: 0 });
  });

  it('waits as long as the server asks for', async () => {
    const { ask } = await stage.setUp({
      replies: [{ kind: 'status', status: 429, retryAfter: '1' }],
    });
    const startedAt = performance.now();
    await ask();
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(990);
  });

  it('asks the next model where the first asks for hours', async () => {
    const { ask } = await stage.setUp({
      environment: { LLM_MODELS: 'first,second' },
      replies: [{ kind: 'status', status: 429, retryAfter: '54000' }],
    });
    expect(await ask()).toMatchObject({ model: 'second' });
    expect(await stage.server.seen()).toHaveLength(2);
  });

  it('books what a broken stream had sent', async () => {
    const { ask, ledger } = await stage.setUp({ replies: [{ kind: 'cut' }] });
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
    const { ask, ledger } = await stage.setUp({ replies: [fault] });
    expect(await problemOf(ask())).toMatchObject({ code: 'MODEL_FAILED' });
    expect(await stage.server.seen()).toHaveLength(1);
    expect(await ledger()).toEqual({ used: 0, reserved: 0 });
  });

  it('keeps what the provider says about the key to itself', async () => {
    const { ask } = await stage.setUp({ replies: [{ kind: 'status', status: 401 }] });
    const { message, detail } = await problemOf(ask());
    expect(`${message} ${detail}`).not.toContain('sk-secret');
  });
});

describe('a model that is down', () => {
  it('is asked at most ten times by any number of calls, and the next one answers', async () => {
    const { ask } = await stage.setUp({ environment: { LLM_MODELS: 'down,second' } });
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask()));
    expect(answers.map(({ model }) => model)).toEqual(Array(5).fill('second'));
    await ask();
    const asked = await stage.server.seen();
    expect(asked.filter(({ model }) => model === 'down').length).toBeLessThanOrEqual(10);
  });

  it('is an honest failure where there is no other', async () => {
    const { ask, ledger } = await stage.setUp({ environment: { LLM_MODELS: 'down' } });
    expect(await problemOf(ask())).toMatchObject({ code: 'MODEL_FAILED', retryAfter: 60 });
    expect(await stage.server.seen()).toHaveLength(5);
    expect(await ledger()).toEqual({ used: 0, reserved: 0 });
  });
});

describe('giving up', () => {
  it('ends a call that is under way', async () => {
    const { ask, ledger } = await stage.setUp({ replies: [{ kind: 'hang' }] });
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
    const { ask } = await stage.setUp({ replies });
    const startedAt = performance.now();
    await expect(ask(AbortSignal.timeout(200))).rejects.toThrow();
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});

describe('the budget', () => {
  it('lets no call be made that could pass the limit', async () => {
    const { ask } = await stage.setUp({ environment: { DAILY_TOKEN_LIMIT: '100' } });
    const { code, retryAfter } = await problemOf(ask());
    expect(code).toBe('TOKEN_LIMIT');
    expect(retryAfter).toBeGreaterThan(0);
    expect(retryAfter).toBeLessThanOrEqual(86_400);
    expect(await stage.server.seen()).toHaveLength(0);
  });

  it('lets no call be made while the ledger is away', async () => {
    const away = { query: () => Promise.reject(new Error('ECONNREFUSED')) };
    const { ask } = await stage.setUp({ dataSource: away as unknown as DataSource });
    await expect(ask()).rejects.toThrow('ECONNREFUSED');
    expect(await stage.server.seen()).toHaveLength(0);
  });
});
