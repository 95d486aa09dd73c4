import { Logger } from '@nestjs/common';
import { DocumentsModule } from '../../documents';
import type { SectionSupport } from '../../documents/dto/support';
import { SourcesModule } from '../../sources';
import { type Author, WritingFixture } from '../../testing/generation/writing-fixture';
import { OpenAiServer } from '../../testing/openai/openai-server';
import type { ScriptedReply } from '../../testing/openai/reply';
import { type TestApp, testApp } from '../../testing/test-app';
import type { GeneratedOutline, GeneratedSection } from '../dto/generate';
import { GenerationModule } from '../generation.module';

const PLAN = JSON.stringify({
  sections: ['introduction', 'body', 'conclusion'].map((role, index) => ({
    title: `Retrieval practice, part ${String(index)}`,
    level: 1,
    role,
    keyPoints: ['Testing and retention'],
    targetWords: 500,
    sourceKeys: ['roediger2006'],
  })),
});

const say = (text: string): ScriptedReply => ({ kind: 'text', text });

const judge = (...verdicts: string[]): ScriptedReply =>
  say(
    `Here: {"verdicts": ${JSON.stringify(verdicts.map((verdict, number) => ({ number, verdict })))}}`,
  );

let server: OpenAiServer;
let target: TestApp;
let fixture: WritingFixture;
let author: Author;
let documentId: string;
let sectionId: string;
let carried: string;

beforeAll(async () => {
  Logger.overrideLogger(false);
  server = await OpenAiServer.start();
  target = await testApp({
    features: { imports: [DocumentsModule, SourcesModule, GenerationModule] },
    environment: {
      RATE_LIMIT_DISABLED: 'true',
      LLM_POLISH: 'false',
      OPENAI_BASE_URL: server.baseUrl,
      LLM_MODELS: 'wise',
    },
  });
  fixture = new WritingFixture(target);
  author = await fixture.author();
  documentId = await fixture.sampleDocument(author);
  await server.script([say(PLAN)]);
  const { body } = await fixture.send(author, 'post', '/generate/outline', { documentId });
  sectionId = (body as GeneratedOutline).outline.sections[1]?.id ?? '';
  const [passage] = await fixture.query<{ text: string }>(
    `select p.text from passages p join sources s on s.id = p.source_id
     where s.document_id = $1 and s.key = 'roediger2006' order by p.ordinal`,
    [documentId],
  );
  carried = passage?.text.split(/(?<=\.) /)[0]?.replace(/\.$/, '') ?? '';
}, 30_000);

afterAll(async () => {
  await target.close();
  await server.stop();
});

async function write(...replies: ScriptedReply[]) {
  await server.script(replies);
  const answer = await fixture.send(author, 'post', '/generate/section', { documentId, sectionId });
  return answer.body as GeneratedSection & { code?: string };
}

async function support(): Promise<SectionSupport> {
  const path = `/documents/${documentId}/sections/${sectionId}/support`;
  return (await fixture.send(author, 'get', path).expect(200)).body as SectionSupport;
}

const states = async () =>
  (await support()).citations.map(({ state, modelChecked }) => [state, modelChecked]);

describe('the support of a model’s draft', () => {
  it('is graded by words and judged by the model, in one call that holds the passages', async () => {
    await write(say(`${carried} [@roediger2006].`), judge('supported'));
    expect(await states()).toEqual([['supported', true]]);
    const seen = await server.seen();
    expect(seen).toHaveLength(2);
    expect(seen[1]?.messages[1]?.content).toContain(carried);
  });

  it('is lowered by the model, and stays so while the words stay', async () => {
    await write(say(`${carried} [@roediger2006].`), judge('weak'));
    expect(await states()).toEqual([['weak', true]]);
    const edit = async (content: string) => {
      const path = `/documents/${documentId}/sections/${sectionId}`;
      await fixture.edit(author, path, { content });
    };
    await edit(`A sentence before. ${carried} [@roediger2006].`);
    expect(await states()).toEqual([['weak', true]]);
    await edit(`${carried}, as it seems [@roediger2006].`);
    expect(await states()).toEqual([['supported', false]]);
  });

  it('is not lifted by the model', async () => {
    const half = `${carried} and penguins sing opera arias beneath frozen volcanic harbour bridges`;
    await write(say(`${half} [@roediger2006].`), judge('supported'));
    expect(await states()).toEqual([['weak', true]]);
  });

  it('takes out what the model finds unsupported', async () => {
    const text = `Testing slows forgetting over time [@roediger2006]. ${carried} [@roediger2006].`;
    const { content } = await write(say(text), judge('unsupported', 'supported'));
    expect(content).toBe(`${carried} [@roediger2006].`);
    expect(await states()).toEqual([['supported', true]]);
  });

  it('sends back what the words of the passages do not carry, then takes it out', async () => {
    const lie =
      'Penguins sing opera arias beneath frozen volcanic harbour bridges [@roediger2006].';
    const { content } = await write(
      say(lie),
      say(`${carried} [@roediger2006]. ${lie}`),
      judge('supported'),
    );
    expect(content).toBe(`${carried} [@roediger2006].`);
    const [, second] = await server.seen();
    expect(second?.messages.at(-1)?.content).toContain('do not say: “Penguins sing opera');
  });

  it.each<[string, ScriptedReply]>([
    ['answers something else', say('Everything is fine.')],
    ['refuses', { kind: 'status', status: 401 }],
    [
      'answers for sentences that it was not given',
      say('{"verdicts": [{"number": 7, "verdict": "weak"}]}'),
    ],
  ])('stays by the words alone when the model %s', async (_, reply) => {
    const { code } = await write(say(`${carried} [@roediger2006].`), reply);
    expect(code).toBeUndefined();
    expect(await states()).toEqual([['supported', false]]);
  });
});
