import fc from 'fast-check';
import { lengthComplaints, repetitionComplaints } from './draft-bounds';

const words = (count: number, name = 'word'): string =>
  Array.from({ length: count }, (_, at) => `${name}${String(at)}`).join(' ');

const lengthOf = (count: number, passageWords = 1000) =>
  lengthComplaints(words(count), { targetWords: 200, passageWords });

describe('the length of a draft', () => {
  it('is named when it is too long, and when the passages carry more', () => {
    expect(lengthOf(320)).toEqual([
      'The section is too long by about 120 words. Aim at 200 words.',
    ]);
    expect(lengthOf(150)).toEqual([expect.stringContaining('too short by about 50 words')]);
    expect(lengthOf(150, 300)).toEqual([]);
  });

  it('is none of a writer’s that found next to nothing to say', () => {
    expect(lengthOf(10)).toEqual([]);
  });

  it('may be 15 percent off, citations not counted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 170, max: 230 }), (count) => {
        expect(lengthOf(count)).toEqual([]);
        const cited = `${words(count)} ${'[@doe2020, p. 3] '.repeat(50)}`;
        expect(lengthComplaints(cited, { targetWords: 200, passageWords: 1000 })).toEqual([]);
      }),
    );
  });
});

describe('the repetitions of a draft', () => {
  const others = [{ title: 'Before', content: `It began so. ${words(30)}. And it ended.` }];

  it('are named with the section that has them', () => {
    const [complaint] = repetitionComplaints(`Again ${words(15)}, as said.`, { others });
    expect(complaint).toContain('“word0 word1');
    expect(complaint).toContain('“Before”');
  });

  it('are none of quotations, nor of fewer than twelve words', () => {
    expect(repetitionComplaints(`He says “${words(30)}” [@a].`, { others })).toEqual([]);
    expect(repetitionComplaints(`Again ${words(11)}.`, { others })).toEqual([]);
  });

  it('are found wherever in a draft they stand', () => {
    const count = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(count, count, fc.integer({ min: 12, max: 30 }), (before, after, shared) => {
        const draft = [words(before, 'a'), words(shared), words(after, 'b')].join(' [@k] ');
        expect(repetitionComplaints(draft, { others })).toHaveLength(1);
        const free = [words(before, 'a'), words(after, 'b')].join(' ');
        expect(repetitionComplaints(free, { others })).toEqual([]);
      }),
    );
  });
});
