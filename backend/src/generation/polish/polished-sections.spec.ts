import { Logger } from '@nestjs/common';
import { DocumentsModule } from '../../documents';
import { SourcesModule } from '../../sources';
import { type Author, WritingFixture } from '../../testing/generation/writing-fixture';
import { OpenAiServer } from '../../testing/openai/openai-server';
import type { ScriptedReply } from '../../testing/openai/reply';
import { testApp, type TestApp } from '../../testing/test-app';
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
      OPENAI_BASE_URL: server.baseUrl,
      LLM_MODELS: 'wise',
      LLM_SUPPORT_CHECK: 'false',
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
  return answer.body as GeneratedSection;
}

async function origins() {
  const path = `/documents/${documentId}/provenance`;
  const { body } = await fixture.send(author, 'get', path).expect(200);
  const { sections } = body as {
    sections: { origins: { step: string; promptVersion: number }[] }[];
  };
  return sections[0]?.origins.map(({ step }) => step);
}

const DRAFT = () => `It is the case that ${carried} [@roediger2006].`;

describe('the polish of a section', () => {
  it('is taken over and stands in the ledger', async () => {
    const polished = DRAFT().replace('It is the case that', 'It is clear that');
    const { content } = await write(say(DRAFT()), say(polished));
    expect(content).toBe(polished);
    expect(await origins()).toEqual(['draft', 'polish']);
    const seen = await server.seen();
    expect(seen).toHaveLength(2);
    expect(seen[1]?.messages[1]?.content).toContain('roediger2006');
  });

  it.each<[string, () => ScriptedReply]>([
    ['loses a citation', () => say(`${carried}.`)],
    ['cites what does not exist', () => say(DRAFT().replace('2006', '2031'))],
    ['cites in prose', () => say(`${DRAFT()} So does Smith (2031).`)],
    ['chats', () => say('Here is your polished text, enjoy!')],
    ['breaks off', () => ({ kind: 'text', text: DRAFT().slice(0, 40), finish: 'length' })],
    ['fails', () => ({ kind: 'status', status: 401 })],
  ])('leaves the draft where the model %s', async (_, reply) => {
    const { content } = await write(say(DRAFT()), reply());
    expect(content).toBe(DRAFT());
    expect(await origins()).toEqual(['draft']);
  });

  it('counts towards the tokens', async () => {
    const tokens = { prompt: 50, completion: 50 };
    const { tokensUsed } = await write(
      { ...say(DRAFT()), tokens } as ScriptedReply,
      { ...say(DRAFT()), tokens } as ScriptedReply,
    );
    expect(tokensUsed).toBe(200);
  });
});
