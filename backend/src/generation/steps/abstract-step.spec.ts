import { Logger } from '@nestjs/common';
import type { Document } from '../../documents';
import { DocumentsModule } from '../../documents';
import { SourcesModule } from '../../sources';
import { type Author, WritingFixture } from '../../testing/generation/writing-fixture';
import { OpenAiServer } from '../../testing/openai/openai-server';
import { type TestApp, testApp } from '../../testing/test-app';
import { wordsOf } from '../../language';
import { GenerationModule } from '../generation.module';
import { AbstractStep } from './abstract-step';

const BODY =
  'Tests slow forgetting down more than rereading does [@roediger2006]. In one study 64 percent of the material was recalled after a week [@roediger2006].';

const GOOD = `${'Testing slows forgetting more than rereading does. '.repeat(24)}In one study 64 percent of the material was recalled after a week.`;

let server: OpenAiServer;
let target: TestApp;
let fixture: WritingFixture;
let author: Author;
let document: Document;

const chapter = (title: string, role: string) => ({ title, level: 1, role, targetWords: 100 });

beforeAll(async () => {
  Logger.overrideLogger(false);
  server = await OpenAiServer.start();
  target = await testApp({
    features: { imports: [DocumentsModule, SourcesModule, GenerationModule] },
    environment: {
      RATE_LIMIT_DISABLED: 'true',
      OPENAI_BASE_URL: server.baseUrl,
      LLM_MODELS: 'wise,offline',
    },
  });
  fixture = new WritingFixture(target);
  author = await fixture.author();
  const id = await fixture.sampleDocument(author);
  const outline = {
    researchQuestion: 'Which ways of studying last?',
    sections: [chapter('Introduction', 'introduction'), chapter('Testing', 'body')],
  };
  await fixture.put(author, `/documents/${id}/outline`, outline);
  const { sections } = await fixture.read(author, id);
  const texts = ['This paper is about studying. It asks what lasts.', BODY];
  for (const [index, content] of texts.entries()) {
    await fixture.edit(author, `/documents/${id}/sections/${sections[index]?.id ?? ''}`, {
      content,
    });
  }
  document = await fixture.read(author, id);
}, 30_000);

afterAll(async () => {
  await target.close();
  await server.stop();
});

const drafted = () =>
  target.app.get(AbstractStep, { strict: false }).draft(document, { ownerId: author.userId });

const says = (text: string) => ({
  kind: 'text' as const,
  text,
  tokens: { prompt: 100, completion: 20 },
});

describe('an abstract by a language model', () => {
  it('is told the question and what the sections say, without citations', async () => {
    await server.script([says(GOOD)]);
    const { text, tokensUsed } = await drafted();
    expect(text).toMatchObject({ content: GOOD, writer: 'wise', promptVersion: 2 });
    expect(tokensUsed).toBe(120);
    const [asked] = await server.seen();
    const task = asked?.messages[1]?.content ?? '';
    expect(task).toContain('Which ways of studying last?');
    expect(task).toContain('64 percent');
    expect(task).not.toContain('@roediger2006');
  });

  it.each([
    ['a number that the text has not', 'In one study 87 percent of the material was recalled.'],
    ['a citation', 'Testing slows forgetting [@roediger2006].'],
    ['an author with a year', 'Testing slows forgetting (Roediger, 2006).'],
    ['a name that the text has not', 'Testing slows forgetting, as Quillfeather insists.'],
    ['something else altogether', 'Penguins migrate across frozen harbours every winter.'],
  ])('is sent back once for %s, then goes without the sentence', async (_, lie) => {
    await server.script([says(`${lie} ${GOOD}`), says(`${GOOD} ${lie}`)]);
    const { text, tokensUsed } = await drafted();
    expect(text.content).toBe(GOOD);
    expect(tokensUsed).toBe(240);
    const [, second] = await server.seen();
    expect(second?.messages.at(-1)?.content).toContain('cannot be accepted');
  });

  it('has at most 250 words, in one paragraph without a heading', async () => {
    const long = says(`**Abstract**\n\n${GOOD.replace('. ', '.\n\n')} ${GOOD}`);
    await server.script([long, long]);
    const { content } = (await drafted()).text;
    expect(wordsOf(content).length).toBeLessThanOrEqual(250);
    expect(content).not.toMatch(/\n|Abstract/);
  });

  it('fails honestly when nothing of it holds', async () => {
    const lie = says('Penguins migrate across frozen harbours every winter.');
    await server.script([lie, lie]);
    await expect(drafted()).rejects.toMatchObject({ code: 'MODEL_FAILED' });
  });

  it('is composed from what the text says of itself where no model answers', async () => {
    await server.script([{ kind: 'status', status: 401 }]);
    const { text } = await drafted();
    expect(text).toMatchObject({
      content: 'This paper is about studying. It asks what lasts.',
      writer: 'offline',
    });
  });
});
