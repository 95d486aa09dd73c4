import fc from 'fast-check';
import { library } from '../../../testing/generation/library-arbitrary';
import { sampleOutlineTask } from '../../../testing/generation/sample-tasks';
import { OutlinePlan, type OutlineTask } from '../../tasks/outline-task';
import { TASK_VERSION } from '../../tasks/task-parts';
import { planOutline } from './plan-outline';

const titles = (task: OutlineTask) => planOutline(task).sections.map(({ title }) => title);

describe('an outline by the offline writer', () => {
  it('follows what the topic names and the library speaks about', () => {
    const planned = titles(sampleOutlineTask(5400));
    expect(planned[0]).toBe('Introduction');
    expect(planned.at(-1)).toBe('Conclusion');
    const named = [
      'Working memory',
      'Retrieval practice',
      'Cognitive load',
      'Feedback',
      'Transfer',
    ];
    expect(planned).toEqual(expect.arrayContaining(named));
    const inOrder = named.map((title) => planned.indexOf(title));
    expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
  });

  it('asks the question that its topic asks', () => {
    const { researchQuestion } = planOutline(sampleOutlineTask(7000));
    expect(researchQuestion).toBe(
      'Which ways of studying and teaching lead to knowledge that lasts and can be used in new situations?',
    );
  });

  it('finds themes in the texts where no keywords name them', () => {
    expect(titles(sampleOutlineTask(5400, false))).toEqual(
      expect.arrayContaining(['Working memory', 'Cognitive load', 'Feedback']),
    );
  });

  it('has chapters without parts where there are few pages', () => {
    const { sections } = planOutline(sampleOutlineTask(900));
    expect(sections.every(({ level }) => level === 1)).toBe(true);
    expect(sections.length).toBeLessThanOrEqual(5);
  });

  it('gives every source at most two sections of the main part', () => {
    const body = planOutline(sampleOutlineTask(5400)).sections.filter(
      ({ role }) => role === 'body',
    );
    const uses = Map.groupBy(
      body.flatMap(({ sourceKeys }) => sourceKeys),
      (key) => key,
    );
    expect(uses.size).toBe(44);
    expect([...uses.values()].filter((all) => all.length > 2)).toEqual([]);
  });

  it('is a valid plan for any library: known sources, and words that add up', () => {
    fc.assert(
      fc.property(library, fc.integer({ min: 400, max: 60_000 }), (drawn, targetWords) => {
        const task: OutlineTask = {
          version: TASK_VERSION,
          kind: 'outline',
          language: drawn.language,
          document: { title: 'A title', topic: 'A topic', type: 'essay', requirements: '' },
          targetWords,
          sources: drawn.sources.map((source) => ({ ...source, words: 200 })),
          passages: drawn.passages,
        };
        const { researchQuestion, sections } = OutlinePlan.parse(planOutline(task));
        expect(researchQuestion).toMatch(/\?$/u);
        const keys = new Set(drawn.sources.map(({ key }) => key));
        expect(sections.flatMap((one) => one.sourceKeys.filter((key) => !keys.has(key)))).toEqual(
          [],
        );
        const longest = Math.max(...sections.map((one) => one.targetWords));
        const sum = sections.reduce((all, one) => all + one.targetWords, 0);
        expect(longest === 20_000 || sum === targetWords).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
