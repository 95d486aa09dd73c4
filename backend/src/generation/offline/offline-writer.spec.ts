import { sampleOutlineTask, writeSample } from '../../testing/generation/sample-tasks';
import { messagesFor } from '../tasks/messages';
import { OutlinePlan } from '../tasks/outline-task';
import { answerOffline, offlineWriter } from './offline-writer';

const contents = (task: Parameters<typeof messagesFor>[0]) =>
  messagesFor(task).map(({ content }) => content);

const countWords = (text: string): number =>
  text
    .replace(/\[@[^\]]*\]/g, '')
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word)).length;

function document(targetWords: number) {
  const task = sampleOutlineTask(targetWords);
  const plan = OutlinePlan.parse(JSON.parse(answerOffline(contents(task))));
  return writeSample(task, plan, (section) => answerOffline(contents(section)));
}

describe('the offline writer', () => {
  it('is a chat model that costs nothing', async () => {
    const task = sampleOutlineTask(2000);
    const writer = await offlineWriter();
    const messages = messagesFor(task).map(({ role, content }) => ({ role, content }));
    const chunks = [];
    for await (const chunk of await writer.stream(messages)) chunks.push(chunk);
    const [answer] = chunks;
    expect(chunks).toHaveLength(1);
    expect(answer?.text).toBe(answerOffline(contents(task)));
    expect(answer?.usage_metadata?.total_tokens).toBe(0);
    expect(answer?.response_metadata['finish_reason']).toBe('stop');
  });

  it('understands nothing but a task', () => {
    expect(() => answerOffline(['Write me a poem.'])).toThrow('no task');
  });

  it('writes every section of twenty pages to its length', () => {
    const far = document(4950).filter(
      ({ text, targetWords }) => Math.abs(countWords(text) / targetWords - 1) > 0.15,
    );
    expect(far.map(({ title }) => title)).toEqual([]);
  });

  it('divides what the sources carry where it is less than what is asked for', () => {
    const written = document(25_000);
    const words = written.map(({ text }) => countWords(text));
    expect(Math.min(...words)).toBeGreaterThan(100);
    expect(words.reduce((sum, count) => sum + count, 0)).toBeLessThan(12_000);
  });

  it('repeats no sentence in a whole document', () => {
    const sentences = document(9000).flatMap(({ text }) =>
      text.split(/(?<=[.?!\]]) /).filter((sentence) => sentence.split(' ').length > 10),
    );
    const plain = sentences.map((sentence) => sentence.replace(/\s*\[@[^\]]*\]\.?|\.$/g, ''));
    expect(plain.filter((one, index) => plain.indexOf(one) !== index)).toEqual([]);
  });
});
