import { parseCitations } from '../../citations';
import { planOf, ScriptedWriting } from '../../testing/generation/scripted-writing';
import type { Author, WritingFixture } from '../../testing/generation/writing-fixture';
import type { OpenAiServer } from '../../testing/openai/openai-server';
import type { ScriptedReply } from '../../testing/openai/reply';
import type { GeneratedOutline, GeneratedSection } from '../dto/generate';

const FABRICATE: ScriptedReply = { kind: 'fabricate' };
const TOKENS = { prompt: 900, completion: 100 };

const PLAN = planOf('introduction', 'body', 'body', 'conclusion');

let writing: ScriptedWriting;
let server: OpenAiServer;
let fixture: WritingFixture;
let author: Author;
let documentId: string;
let plan: GeneratedOutline;

async function outline() {
  return fixture.send(author, 'post', '/generate/outline', { documentId });
}

async function section(index: number) {
  const { outline: current } = await fixture.read(author, documentId);
  const sectionId = current?.sections[index]?.id;
  return fixture.send(author, 'post', '/generate/section', { documentId, sectionId });
}

beforeAll(async () => {
  const planned: ScriptedReply = { kind: 'text', text: PLAN, tokens: TOKENS };
  writing = await ScriptedWriting.start({ LLM_POLISH: 'false' }, planned);
  ({ server, fixture, author, documentId, plan } = writing);
}, 30_000);

afterAll(() => writing.stop());

describe('an outline by a language model', () => {
  it('is stored, numbered, with words that sum to the pages asked for', () => {
    const { sections } = plan.outline;
    expect(sections.map(({ number }) => number)).toEqual(['1', '2', '3', '4']);
    expect(sections.reduce((sum, { targetWords }) => sum + targetWords, 0)).toBe(
      plan.estimatedWordCount,
    );
  });

  it('is asked for once more when it cannot be read', async () => {
    await server.script([
      { kind: 'text', text: 'I am sorry.' },
      { kind: 'text', text: PLAN },
    ]);
    expect((await outline()).status).toBe(200);
    const [, second] = await server.seen();
    expect(second?.messages.map(({ role }) => role)).toEqual([
      'system',
      'user',
      'assistant',
      'user',
    ]);
  });

  it('is given up after that', async () => {
    const sorry: ScriptedReply = { kind: 'text', text: 'I am sorry.' };
    await server.script([sorry, sorry]);
    expect((await outline()).body).toMatchObject({ status: 502, code: 'MODEL_FAILED' });
  });
});

describe('a section by a language model', () => {
  it('is stored with evidence, with the model that wrote it, and is paid for', async () => {
    const text = 'Testing helps more than rereading does after a delay [@roediger2006].';
    const verdict = '{"verdicts": [{"number": 0, "verdict": "supported"}]}';
    await server.script([
      { kind: 'text', text, tokens: TOKENS },
      { kind: 'text', text: verdict, tokens: { prompt: 200, completion: 30 } },
    ]);
    const { body } = await section(1);
    expect(body).toMatchObject({ content: text, tokensUsed: 1230 });
    const { citations } = body as GeneratedSection;
    expect(citations).toMatchObject([{ key: 'roediger2006', locator: null }]);
    const document = await fixture.read(author, documentId);
    expect(document.sections[1]).toMatchObject({ content: text, writer: 'wise' });
    const [asked] = await server.seen();
    expect(asked?.messages[0]?.content).toContain('instructions');
    expect(asked?.messages[1]?.content).toContain('"researchQuestion":"How does testing help?"');
  });

  it('is sent back once for its citations, and accepted when they are mended', async () => {
    const text = 'Testing helps [@roediger2006].';
    await server.script([FABRICATE, { kind: 'text', text }]);
    expect((await section(1)).body).toMatchObject({ content: text });
    const [, second] = await server.seen();
    expect(second?.messages.at(-1)?.content).toContain('invented2031');
  });

  it('keeps no invented citation, however often the model invents', async () => {
    for (const index of [0, 1, 2, 3]) {
      await server.script([FABRICATE, FABRICATE]);
      expect((await section(index)).body).toMatchObject({
        content: 'An honest sentence without any citation stays.',
        citations: [],
      });
    }
    const { sections } = await fixture.read(author, documentId);
    const text = sections.map(({ content }) => content).join('\n\n');
    const { clusters, malformed } = parseCitations(text);
    expect([...clusters, ...malformed]).toEqual([]);
    expect(text).not.toMatch(/2031|Smithers|ghost|invented|\[3\]/);
    const stored = await fixture.query(
      `select 1 from section_citations c join sections s on s.id = c.section_id
       where s.document_id = $1`,
      [documentId],
    );
    expect(stored).toEqual([]);
  });

  it('fails honestly when nothing of it holds, and leaves what was there', async () => {
    const before = (await fixture.read(author, documentId)).sections[1]?.content;
    const lie: ScriptedReply = { kind: 'text', text: 'Sleep doubles retention [@invented2031].' };
    await server.script([lie, lie]);
    expect((await section(1)).body).toMatchObject({ status: 502, code: 'MODEL_FAILED' });
    expect((await fixture.read(author, documentId)).sections[1]?.content).toBe(before);
  });

  it('ends with its last whole sentence when it was too long', async () => {
    const text = 'A whole sentence. And the half of one that has no';
    await server.script([{ kind: 'text', text, finish: 'length' }]);
    expect((await section(1)).body).toMatchObject({ content: 'A whole sentence.' });
  });

  const sentences = (count: number, name: string) =>
    Array.from({ length: count }, (_, at) => `An honest sentence on ${name}${String(at)} stays.`);

  it('is sent back once for its length, and never cut to it', async () => {
    const target = plan.outline.sections[1]?.targetWords ?? 0;
    const [first, second] = ['one', 'two'].map((name) => sentences(target, name).join(' '));
    await server.script([
      { kind: 'text', text: first ?? '' },
      { kind: 'text', text: second ?? '' },
    ]);
    expect((await section(1)).body).toMatchObject({ content: second });
    const seen = await server.seen();
    expect(seen).toHaveLength(2);
    expect(seen[1]?.messages.at(-1)?.content).toContain('too long by about');
  });

  it('is sent back once for what another section says in the same words', async () => {
    const said = sentences(4, 'sleep').join(' ');
    const say = (text: string): ScriptedReply => ({ kind: 'text', text });
    await server.script([say(said)]);
    await section(2);
    await server.script([say(said), say('A sentence of its own stays.')]);
    expect((await section(1)).body).toMatchObject({ content: 'A sentence of its own stays.' });
    const [, again] = await server.seen();
    expect(again?.messages.at(-1)?.content).toContain('stands in the section');
  });
});
