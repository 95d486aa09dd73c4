import { type RuleText, ruleTexts } from '../../testing/requirements/rule-texts';
import { bareValues } from '../profile/profile';
import { extract } from './extract';
import { reconciled } from './reconcile';

async function read(paragraphs: readonly string[]) {
  const { evidence } = await extract(paragraphs.map((text) => ({ text, page: 1 })));
  return reconciled(evidence);
}

interface Score {
  text: string;
  right: number;
  wrong: string[];
  missed: string[];
}

async function score({ name, text, answers }: RuleText): Promise<Score> {
  const found = bareValues((await read(text)).values) as Record<string, unknown>;
  const expected = answers as Record<string, unknown>;
  const same = (rule: string) => JSON.stringify(found[rule]) === JSON.stringify(expected[rule]);
  return {
    text: name,
    right: Object.keys(expected).filter(same).length,
    wrong: Object.keys(found)
      .filter((rule) => !same(rule))
      .map((rule) => `${rule}=${JSON.stringify(found[rule])}`),
    missed: Object.keys(expected).filter((rule) => !same(rule)),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('the reader of rules', () => {
  it('finds what a careful reader finds in twelve rule texts', async () => {
    const scores = await Promise.all(ruleTexts().map(score));
    const right = sum(scores.map((one) => one.right));
    const wrong = sum(scores.map((one) => one.wrong.length));
    const missed = sum(scores.map((one) => one.missed.length));
    const f1 = (2 * right) / (2 * right + wrong + missed);
    const rows = scores.map(
      (one) =>
        `${one.text.padEnd(16)} ${String(one.right).padStart(3)} right  ${one.wrong.join(' ')} | missed ${one.missed.join(' ')}`,
    );
    process.stdout.write(
      `${rows.join('\n')}\nF1 ${f1.toFixed(3)}: ${String(right)} right, ${String(wrong)} wrong, ${String(missed)} missed\n`,
    );
    expect(scores).toHaveLength(12);
    expect(f1).toBeGreaterThanOrEqual(0.9);
  });
});
