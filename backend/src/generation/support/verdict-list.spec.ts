import fc from 'fast-check';
import type { SupportTask } from '../tasks/support-task';
import { verdictList } from './verdict-list';

const GRADES = ['supported', 'weak', 'unsupported'];

const taskOf = (sentences: number): SupportTask => ({
  language: 'en',
  passages: ['A passage.'],
  sentences: Array.from({ length: sentences }, (_, number) => ({
    number,
    text: `Sentence ${String(number)}.`,
    passage: 0,
  })),
});

const listOf = (from: number, to: number): string => {
  const numbers = Array.from({ length: to - from }, (_, index) => from + index);
  const verdicts = numbers.map((number) => ({ number, verdict: GRADES[number % 3] }));
  return JSON.stringify({ verdicts });
};

const numbersAsked = (sentences: number, before: string): number[] => {
  const [, task] = verdictList(taskOf(sentences)).messages([], before);
  const { sentences: asked } = JSON.parse(task?.content ?? '{}') as SupportTask;
  return asked.map(({ number }) => number);
};

describe('a list of verdicts that broke off', () => {
  it('is gone on with by those that are missing, wherever it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.nat(), (count, at) => {
        const list = verdictList(taskOf(count));
        const whole = listOf(0, count);
        const before = list.usable(whole.slice(0, at % whole.length));
        const asked = numbersAsked(count, before);
        expect(asked.length).toBeGreaterThan(0);
        expect(list.joined(before, listOf(asked[0] ?? 0, count))).toBe(whole);
      }),
    );
  });

  it.each([
    ['{"verdicts": [{"number": 0, "verdict": "weak"', ''],
    [
      '{"verdicts": [{"number": 0, "verdict": "weak"}',
      '{"verdicts":[{"number":0,"verdict":"weak"}]}',
    ],
    [
      'Here:\n```json\n{ "verdicts" : [ {"number": 1, "verdict": "weak"} , {"num',
      '{"verdicts":[{"number":1,"verdict":"weak"}]}',
    ],
    ['{"verdicts": [{"number": 7, "verdict": "weak"}', ''],
    ['{"verdicts": [{"number": 0, "verdict": "splendid"}, {"number": 1, "verdict": "weak"}', ''],
    ['{"verdicts": [{"number": 0, "verdict": {"is": "weak"}}', ''],
    ['{"grades": [{"number": 0, "verdict": "weak"}', ''],
    ['{"number": 0, "verdict": "weak"}', ''],
    ['Everything is fine.', ''],
    ['', ''],
  ])('keeps the whole verdicts about what was asked: %j', (begun, kept) => {
    expect(verdictList(taskOf(3)).usable(begun)).toBe(kept);
  });

  it('stays by what it has where the rest cannot be read or judges again', () => {
    const list = verdictList(taskOf(2));
    const before = list.usable('{"verdicts": [{"number": 0, "verdict": "unsupported"}, ');
    expect(list.joined(before, 'Everything is fine.')).toBe(before);
    const again = '{"verdicts": [{"number": 0, "verdict": "supported"}]}';
    expect(list.joined(before, again)).toBe(before);
  });

  it('leaves something to ask for, whatever is judged twice', () => {
    const twice =
      '{"verdicts": [{"number": 1, "verdict": "weak"}, {"number": 0, "verdict": "weak"}, {"number": 1, "verdict": "weak"}';
    expect(numbersAsked(2, verdictList(taskOf(2)).usable(twice))).toEqual([1]);
  });
});
