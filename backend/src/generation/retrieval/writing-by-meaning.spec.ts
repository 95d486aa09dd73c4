import { planOf, say, ScriptedWriting } from '../../testing/generation/scripted-writing';
import type { Author, WritingFixture } from '../../testing/generation/writing-fixture';
import type { OpenAiServer } from '../../testing/openai/openai-server';
import type { ScriptedReply } from '../../testing/openai/reply';
import type { GeneratedSection } from '../dto/generate';
import type { GenerationUsage } from '../dto/usage';

const TEXT = 'Testing helps more than rereading does after a delay [@roediger2006].';
const WRITTEN: ScriptedReply = {
  kind: 'text',
  text: TEXT,
  tokens: { prompt: 900, completion: 100 },
};
let writing: ScriptedWriting;
let server: OpenAiServer;
let fixture: WritingFixture;

beforeAll(async () => {
  writing = await ScriptedWriting.start({
    LLM_POLISH: 'false',
    LLM_SUPPORT_CHECK: 'false',
    EMBEDDING_MODEL: 'meaning',
  });
  ({ server, fixture } = writing);
}, 30_000);

afterAll(() => writing.stop());

/** An author with an outlined document, and how to have its second section written. */
async function begin() {
  const author = await fixture.author();
  const documentId = await fixture.sampleDocument(author);
  await server.script([say(planOf('introduction', 'body', 'conclusion'))]);
  await fixture.send(author, 'post', '/generate/outline', { documentId }).expect(200);
  const { outline } = await fixture.read(author, documentId);
  const sectionId = outline?.sections[1]?.id;
  const write = () => fixture.send(author, 'post', '/generate/section', { documentId, sectionId });
  return { author, write };
}

async function usedToday({ userId, accessToken }: Author): Promise<number> {
  const path = `/generate/usage/${userId}`;
  const { body } = await fixture.send({ userId, accessToken }, 'get', path).expect(200);
  return (body as GenerationUsage).tokensUsedToday;
}

describe('a section whose passages are found by their meaning too', () => {
  it('costs the vectors as well, once', async () => {
    const { author, write } = await begin();
    const before = await usedToday(author);
    await server.script([WRITTEN]);
    const first = (await write().expect(200)).body as GeneratedSection;
    expect(first.content).toBe(TEXT);
    expect(first.tokensUsed).toBeGreaterThan(1000);
    expect(await usedToday(author)).toBe(before + first.tokensUsed);
    await server.script([WRITTEN]);
    expect((await write().expect(200)).body).toMatchObject({ content: TEXT, tokensUsed: 1000 });
  });

  it('is written without them when their model fails', async () => {
    const { write } = await begin();
    await server.script([{ kind: 'status', status: 401 }, WRITTEN]);
    expect((await write().expect(200)).body).toMatchObject({ content: TEXT, tokensUsed: 1000 });
  });

  it('is not written once the allowance is spent', async () => {
    const { author, write } = await begin();
    await fixture.query(
      `insert into token_usage (user_id, day, used) values ($1, (now() at time zone 'utc')::date, 999999)
       on conflict (user_id, day) do update set used = excluded.used`,
      [author.userId],
    );
    await server.script([WRITTEN]);
    expect((await write().expect(429)).body).toMatchObject({ code: 'TOKEN_LIMIT' });
    expect(await server.seen()).toEqual([]);
  });
});
