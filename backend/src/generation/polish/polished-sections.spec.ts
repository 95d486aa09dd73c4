import { say, ScriptedWriting } from '../../testing/generation/scripted-writing';
import type { ScriptedReply } from '../../testing/openai/reply';

let writing: ScriptedWriting;
let carried: string;

beforeAll(async () => {
  writing = await ScriptedWriting.start({ LLM_SUPPORT_CHECK: 'false' });
  carried = await writing.carriedSentence();
}, 30_000);

afterAll(() => writing.stop());

const write = (...replies: ScriptedReply[]) => writing.write(replies);

async function origins() {
  interface Told {
    sections: { origins: { step: string }[] }[];
  }
  const { sections } = await writing.told<Told>('/provenance');
  return sections[0]?.origins.map(({ step }) => step);
}

const DRAFT = () => `It is the case that ${carried} [@roediger2006].`;

describe('the polish of a section', () => {
  it('is taken over and stands in the ledger', async () => {
    const polished = DRAFT().replace('It is the case that', 'It is clear that');
    const { content } = await write(say(DRAFT()), say(polished));
    expect(content).toBe(polished);
    expect(await origins()).toEqual(['draft', 'polish']);
    const seen = await writing.server.seen();
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
