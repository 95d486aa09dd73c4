import fc from 'fast-check';
import type { OutlinePlan } from '../tasks/outline-task';
import { readPlan, toOutlineDraft } from './read-plan';

const KEYS = new Set(['a2000', 'b2001']);

const section = (role: string, level: number, targetWords: number, sourceKeys: string[] = []) => ({
  title: `A ${role}`,
  role,
  level,
  keyPoints: [],
  targetWords,
  sourceKeys,
});

const PLAN = {
  sections: [
    section('introduction', 1, 300),
    section('body', 1, 500),
    section('body', 2, 400, ['a2000', 'a2000', 'ghost1999']),
    section('body', 2, 0, ['b2001']),
    section('conclusion', 1, 200),
  ],
};

describe('reading a plan', () => {
  it('finds the JSON in a code fence and in a sentence', () => {
    const json = JSON.stringify({
      ...PLAN,
      sections: PLAN.sections.slice(0, 2).concat(PLAN.sections.slice(4)),
    });
    for (const answer of [json, `\`\`\`json\n${json}\n\`\`\``, `Here it is: ${json} Good luck!`]) {
      expect(readPlan(answer, KEYS)).toMatchObject({ faults: [], plan: {} });
    }
  });

  it('keeps its question, and does without one that is none', () => {
    const questionOf = (researchQuestion: unknown) => {
      const { plan } = readPlan(JSON.stringify({ ...PLAN, researchQuestion }), KEYS);
      return plan && toOutlineDraft(plan, KEYS, 1000).researchQuestion;
    };
    expect(questionOf(' What lasts? ')).toBe('What lasts?');
    for (const none of [undefined, null, '', 7, 'x'.repeat(501)]) {
      expect(questionOf(none)).toBeNull();
    }
  });

  it('names what is missing, so that it can be mended', () => {
    const { plan, faults } = readPlan('{"sections": [{"title": ""}]}', KEYS);
    expect(plan).toBeNull();
    expect(faults.join('\n')).toContain('sections.0.title');
  });

  it('names sources that do not exist', () => {
    const { plan, faults } = readPlan(JSON.stringify(PLAN), KEYS);
    expect(plan).not.toBeNull();
    expect(faults).toEqual(['No source of the task has the key ghost1999.']);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (answer) => {
        expect(readPlan(answer, KEYS)).toBeDefined();
      }),
    );
  });
});

describe('the outline of a plan', () => {
  it('has only known sources, each once, and chapters with parts have no words', () => {
    const { sections } = toOutlineDraft(PLAN as OutlinePlan, KEYS, 3000);
    expect(sections.map(({ sourceKeys }) => sourceKeys)).toEqual([
      [],
      [],
      ['a2000'],
      ['b2001'],
      [],
    ]);
    expect(sections[1]?.targetWords).toBe(0);
  });

  it('has words that add up to the target, in the proportions of the plan', () => {
    fc.assert(
      fc.property(fc.integer({ min: 500, max: 20_000 }), (targetWords) => {
        const { sections } = toOutlineDraft(PLAN as OutlinePlan, KEYS, targetWords);
        const words = sections.map((one) => one.targetWords);
        expect(words.reduce((sum, count) => sum + count, 0)).toBe(targetWords);
        expect(words[3]).toBeGreaterThan(0);
        expect(words[2]).toBeGreaterThanOrEqual(words[3] ?? 0);
      }),
    );
  });
});
