import type { SectionSupport } from '../../documents/dto/support';
import { say, ScriptedWriting } from '../../testing/generation/scripted-writing';
import type { ScriptedReply } from '../../testing/openai/reply';
import type { GeneratedSection } from '../dto/generate';

const judge = (...verdicts: string[]): ScriptedReply =>
  say(
    `Here: {"verdicts": ${JSON.stringify(verdicts.map((verdict, number) => ({ number, verdict })))}}`,
  );

let writing: ScriptedWriting;
let carried: string;

beforeAll(async () => {
  writing = await ScriptedWriting.start({ LLM_POLISH: 'false' });
  carried = await writing.carriedSentence();
}, 30_000);

afterAll(() => writing.stop());

const write = (...replies: ScriptedReply[]): Promise<GeneratedSection & { code?: string }> =>
  writing.write(replies);

const sectionPath = () => `/sections/${writing.sectionId()}`;

const states = async () =>
  (await writing.told<SectionSupport>(`${sectionPath()}/support`)).citations.map(
    ({ state, modelChecked }) => [state, modelChecked],
  );

describe('the support of a model’s draft', () => {
  it('is graded by words and judged by the model, in one call that holds the passages', async () => {
    await write(say(`${carried} [@roediger2006].`), judge('supported'));
    expect(await states()).toEqual([['supported', true]]);
    const seen = await writing.server.seen();
    expect(seen).toHaveLength(2);
    expect(seen[1]?.messages[1]?.content).toContain(carried);
  });

  it('is lowered by the model, and stays so while the words stay', async () => {
    await write(say(`${carried} [@roediger2006].`), judge('weak'));
    expect(await states()).toEqual([['weak', true]]);
    const edit = async (content: string) => {
      const path = `/documents/${writing.documentId}${sectionPath()}`;
      await writing.fixture.edit(writing.author, path, { content });
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
    const [, second] = await writing.server.seen();
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
