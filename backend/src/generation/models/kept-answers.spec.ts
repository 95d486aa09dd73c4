import { setTimeout as delay } from 'node:timers/promises';
import { ChainStage, HELLO, problemOf } from '../../testing/openai/chain-stage';
import type { ScriptedReply } from '../../testing/openai/reply';
import { prose } from './prose';

let stage: ChainStage;

beforeAll(async () => {
  stage = await ChainStage.open();
});

afterAll(() => stage.close());

describe('within a job', () => {
  it('the same request is asked and paid for once, whatever else it tells', async () => {
    const { ask, ledger, ownerId } = await stage.setUp({});
    const jobId = await stage.job(ownerId);
    const first = await ask(undefined, { jobId, about: 'a section' });
    const messages = [{ role: 'user' as const, content: 'A question, and what is new.' }];
    expect(await ask(undefined, { jobId, about: 'a section', messages })).toEqual(first);
    expect(await stage.server.seen()).toHaveLength(1);
    expect(await ledger()).toEqual({ used: 46, reserved: 0 });
  });

  it('another request, or that of another job, is asked', async () => {
    const { ask, ownerId } = await stage.setUp({});
    const jobId = await stage.job(ownerId);
    await ask(undefined, { jobId });
    await ask(undefined, { jobId, about: 'another' });
    await ask(undefined, { jobId: await stage.job(ownerId) });
    await ask();
    expect(await stage.server.seen()).toHaveLength(4);
  });

  it('one call at a time is without anything that is kept, and gives way as soon as it is not', async () => {
    const replies: ScriptedReply[] = [
      { kind: 'stall', text: 'Pauses between lessons help pup' },
      { kind: 'hang' },
    ];
    const { ask, ownerId } = await stage.setUp({ replies, environment: { LLM_TIMEOUT_S: '20' } });
    const jobId = await stage.job(ownerId);
    const lost = new AbortController();
    const asked = ['one', 'two', 'three'].map((about) =>
      ask(lost.signal, { jobId, about, continuation: prose('en') }),
    );
    while ((await stage.server.seen()).length < 2) await delay(10);
    await delay(300);
    expect(await stage.server.seen()).toHaveLength(2);
    lost.abort(new Error('killed'));
    for (const one of await Promise.allSettled(asked)) expect(one.status).toBe('rejected');
    expect(await ask(undefined, { jobId, about: 'three' })).toMatchObject({ text: HELLO.text });
  });

  it('one that failed is asked again', async () => {
    const { ask, ownerId } = await stage.setUp({ replies: [{ kind: 'status', status: 400 }] });
    const jobId = await stage.job(ownerId);
    await problemOf(ask(undefined, { jobId }));
    expect(await ask(undefined, { jobId })).toMatchObject({ text: 'An answer of the model.' });
  });
});

describe('an answer that breaks off', () => {
  const BEGUN = 'Sleep helps. Pauses help as well. Tests';
  const rest = (text: string): ScriptedReply => ({ kind: 'text', text });
  const asked = async () => (await stage.server.seen()).map(({ messages }) => messages.slice(1));

  it('is gone on with from its last whole sentence, where it is running text', async () => {
    const replies = [{ kind: 'cut' as const, text: BEGUN }, rest('Tests help most.')];
    const { ask, ledger } = await stage.setUp({ replies });
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
    const { ask } = await stage.setUp({ replies });
    const { text } = await ask(undefined, { continuation: prose('en') });
    expect(text).toBe('Sleep helps. Pauses help as well. Tests help most. So do walks.');
  });

  it('is asked anew where it is none', async () => {
    const { ask } = await stage.setUp({ replies: [{ kind: 'cut', text: BEGUN }] });
    expect(await ask()).toMatchObject({ text: HELLO.text });
    expect(await asked()).toEqual([[], []]);
  });

  it('is asked anew of another model, which did not write it', async () => {
    const environment = { LLM_MODELS: 'first,second' };
    const refused: ScriptedReply = { kind: 'status', status: 401 };
    const { ask } = await stage.setUp({
      environment,
      replies: [{ kind: 'cut', text: BEGUN }, refused],
    });
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
    const { ask, ownerId } = await stage.setUp({ environment, replies });
    const request = { jobId: await stage.job(ownerId), continuation: prose('en') };
    const lost = new AbortController();
    const first = ask(lost.signal, request);
    first.catch(() => undefined);
    while ((await stage.server.seen()).length < 3) await delay(10);
    lost.abort(new Error('killed'));
    await expect(first).rejects.toThrow('killed');
    await stage.server.script([rest('Tests help most.')]);
    const { text, model } = await ask(undefined, request);
    expect([text, model]).toEqual(['Sleep helps. Pauses help as well. Tests help most.', 'second']);
    expect(await stage.server.seen()).toHaveLength(1);
  });

  it('with its worker is gone on with by the next one', async () => {
    const replies = [{ kind: 'stall' as const, text: BEGUN }, rest('Tests help most.')];
    const { ask, ownerId } = await stage.setUp({ replies, environment: { LLM_TIMEOUT_S: '20' } });
    const jobId = await stage.job(ownerId);
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
      const [row] = await stage.database.dataSource.query<{ text: string }[]>(sql, [jobId]);
      if (row?.text === text) return;
      await delay(50);
    }
    throw new Error('The answer is not stored.');
  }
});

describe('a model that sends what cannot be stored', () => {
  it('is cleaned', async () => {
    const { ask, ownerId } = await stage.setUp({
      replies: [{ kind: 'text', text: 'A\u0000 b\ud83d.' }],
    });
    const { text } = await ask(undefined, { jobId: await stage.job(ownerId) });
    expect(text).toBe('A b\ufffd.');
  });
});
