import { Logger } from '@nestjs/common';
import { DocumentsModule } from '../../documents';
import { GenerationModule } from '../../generation';
import { SourcesModule } from '../../sources';
import { type Author, WritingFixture } from '../../testing/generation/writing-fixture';
import { OpenAiServer } from '../../testing/openai/openai-server';
import type { ScriptedReply } from '../../testing/openai/reply';
import { type TestApp, testApp } from '../../testing/test-app';
import { ChecksModule } from '../checks.module';
import type { DocumentCheck, DocumentChecks } from '../dto/checks';

const WISHES = 'Mention the otters. Write without the first person.';
const TEXT = 'Otters carry stones to shallow places.\nNobody has told them to.';

let server: OpenAiServer;
let target: TestApp;
let fixture: WritingFixture;
let author: Author;

beforeAll(async () => {
  Logger.overrideLogger(false);
  server = await OpenAiServer.start();
  target = await testApp({
    features: { imports: [DocumentsModule, SourcesModule, GenerationModule, ChecksModule] },
    environment: {
      RATE_LIMIT_DISABLED: 'true',
      OPENAI_BASE_URL: server.baseUrl,
      LLM_MODELS: 'wise',
      DAILY_TOKEN_LIMIT: '100000',
    },
  });
  fixture = new WritingFixture(target);
  author = await fixture.author();
}, 30_000);

afterAll(async () => {
  await target.close();
  await server.stop();
});

async function essay(wishes = WISHES): Promise<string> {
  const documentId = await fixture.document(author, { additionalRequirements: wishes });
  const title = 'One';
  await fixture.query(
    `insert into sections (id, document_id, position, title, content, status, word_count)
     values (gen_random_uuid(), $1, 0, $2, $3, 'edited', 10)`,
    [documentId, title, TEXT],
  );
  return documentId;
}

async function requirements(documentId: string): Promise<DocumentCheck | undefined> {
  const path = `/documents/${documentId}/checks`;
  const { body } = await fixture.send(author, 'get', path).expect(200);
  return (body as DocumentChecks).items.find(({ id }) => id === 'requirements');
}

const say = (...wishes: [string, string, string?][]): ScriptedReply => ({
  kind: 'text',
  text: JSON.stringify({
    wishes: wishes.map(([wish, verdict, quotation]) => ({ wish, verdict, quotation })),
  }),
  tokens: { prompt: 100, completion: 50 },
});

const MET = say(
  ['Mention the otters', 'met', 'Otters carry stones to shallow'],
  ['Write without the first person', 'met', 'places. Nobody has told'],
);

describe('what the author has asked for', () => {
  it('has passed when words of the text show each wish, and is judged once', async () => {
    const documentId = await essay();
    await server.script([MET]);
    expect(await requirements(documentId)).toMatchObject({ state: 'passed', findings: [] });
    expect(await requirements(documentId)).toMatchObject({ state: 'passed' });
    const seen = await server.seen();
    expect(seen).toHaveLength(1);
    expect(seen[0]?.messages[1]?.content).toContain('Otters carry stones');
  });

  it('is judged anew when the text is another', async () => {
    const documentId = await essay();
    await server.script([MET, say(['Mention the otters', 'not_met'])]);
    await requirements(documentId);
    await fixture.query('update sections set content = $2 where document_id = $1', [
      documentId,
      'Nothing of them is left here.',
    ]);
    const { state, findings } = (await requirements(documentId))!;
    expect(state).toBe('failed');
    expect(findings).toMatchObject([{ kind: 'not_met', message: 'Mention the otters' }]);
  });

  it.each<[string, ScriptedReply]>([
    ['quotes what is not there', say(['Mention the otters', 'met', 'Otters sing to the moon'])],
    ['quotes nothing', say(['Mention the otters', 'met'])],
    ['cannot tell', say(['Mention the otters', 'unclear'])],
    ['finds no wishes', say()],
    ['chats', { kind: 'text', text: 'All is well.' }],
    ['fails', { kind: 'status', status: 401 }],
  ])('is unchecked when the model %s', async (_, reply) => {
    const documentId = await essay();
    await server.script([reply]);
    expect(await requirements(documentId)).toMatchObject({ state: 'unchecked' });
  });

  it('is unchecked when no tokens are left, and passed when it is nothing', async () => {
    const documentId = await essay();
    await server.script([]);
    await fixture.query(`update token_usage set used = 99999 where user_id = $1`, [author.userId]);
    expect(await requirements(documentId)).toMatchObject({ state: 'unchecked' });
    expect(await server.seen()).toEqual([]);
    expect(await requirements(await essay(''))).toMatchObject({ state: 'passed' });
  });
});
