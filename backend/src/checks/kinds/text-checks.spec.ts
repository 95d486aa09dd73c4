import type { Passage, PassageSearch } from '../../sources';
import { checkedText } from '../../testing/checks/checked-text';
import { OverlapCheck } from '../overlap/overlap.check';
import { CitationsCheck } from './citations.check';
import { LengthCheck } from './length.check';
import { RepetitionCheck } from './repetition.check';

const words = (count: number): string =>
  Array.from({ length: count }, (_, at) => `w${String(at)}`).join(' ');

describe('the length of a text', () => {
  const check = async (contents: string[], targetPages = 3) => {
    const text = checkedText(contents, { targetWords: 450, document: { targetPages } });
    return new LengthCheck().check(text);
  };

  it('may be 15 percent off', async () => {
    expect(await check([words(400)])).toMatchObject({ state: 'passed', findings: [] });
  });

  it('fails with the sections that are more, and with those that are missing', async () => {
    const { state, findings } = await check([words(600), words(300), '']);
    expect(state).toBe('failed');
    const kinds = findings.filter(({ sectionId }) => sectionId !== null).map(({ kind }) => kind);
    expect(kinds).toEqual(['too_long', 'too_short', 'empty']);
    expect(findings).toContainEqual(
      expect.objectContaining({ message: '600 words: 150 longer than the 450 planned.' }),
    );
  });

  it('fails as a whole when the pages are not those asked for', async () => {
    const { findings } = await check([words(450)], 20);
    expect(findings).toEqual([
      expect.objectContaining({ kind: 'too_short', sectionId: null, start: null }),
    ]);
  });
});

describe('the length that a university rules', () => {
  const check = (count: number, limits: { min: number | null; max: number | null }) => {
    const text = checkedText([words(count)], { targetWords: count, limits });
    return new LengthCheck().check(text);
  };

  it('is kept to the word, and before the pages that were asked for', async () => {
    expect(await check(999, { min: 1000, max: null })).toMatchObject({
      findings: [{ kind: 'too_short', message: expect.stringContaining('1 fewer') as string }],
    });
    expect(await check(1001, { min: null, max: 1000 })).toMatchObject({
      findings: [{ kind: 'too_long', message: expect.stringContaining('1 more') as string }],
    });
    expect(await check(1050, { min: 1000, max: 1100 })).toMatchObject({ state: 'passed' });
  });
});

describe('the repetitions of a text', () => {
  const check = (...contents: string[]) => new RepetitionCheck().check(checkedText(contents));

  it('are sentences and runs of words that stand in it twice, wherever', async () => {
    const sentence = 'Testing helps the memory more than reading does.';
    const first = `${sentence} So ${words(14)}.`;
    const second = `So it is. ${sentence}\n\nAs was said, ${words(13)} and more.`;
    const { state, findings } = await check(first, second);
    expect(state).toBe('failed');
    expect(findings.map(({ start, end }) => second.slice(start ?? 0, end ?? 0))).toEqual([
      sentence,
      words(13),
    ]);
    expect(findings[0]?.message).toContain('Section 1');
  });

  it('are none of quotations, citations, headings and short sentences', async () => {
    const quoted = `He says “${words(20)}” [@doe2020]. That is so.\n\n### The same heading again and again`;
    expect(await check(quoted, quoted)).toMatchObject({ state: 'passed' });
  });
});

describe('the citations of a text', () => {
  it('fail where one resolves to nothing', async () => {
    const content = 'Sleep helps [@invented2031].';
    const { state, findings } = await new CitationsCheck().check(checkedText([content]));
    expect(state).toBe('failed');
    expect(findings).toMatchObject([{ kind: 'unknown_key', sectionId: 's1', start: 12, end: 27 }]);
  });
});

describe('the overlap of a text with its sources', () => {
  const source = { id: 'p', sourceId: 's', key: 'doe2020', page: 3, rank: 0 };
  const passage = (text: string, kind: Passage['kind'] = 'fulltext'): Passage => {
    return { ...source, kind, text };
  };

  const check = (content: string, ...batches: Passage[][]) => {
    const passages = { all: () => batches.values() } as unknown as PassageSearch;
    return new OverlapCheck(passages).check(checkedText([content]));
  };

  it('is what is not quoted, whatever is cited in between', async () => {
    const copied = `${words(8)} [@doe2020, p. 3] ${words(40).split(' ').slice(8, 16).join(' ')}`;
    const { findings } = await check(`It is so: ${copied}. The end.`, [passage(words(40))]);
    expect(findings).toMatchObject([
      { start: 10, end: 10 + copied.length, passage: { key: 'doe2020', page: 3 } },
    ]);
    expect(findings[0]?.message).toContain('16 words in a row stand in doe2020, p. 3.');
    const quoted = await check(`It is so: “${words(16)}” [@doe2020].`, [passage(words(40))]);
    expect(quoted).toMatchObject({ state: 'passed', findings: [] });
  });

  it('is none with notes on a source, which are no words of it', async () => {
    const note = passage(words(40), 'annotation');
    expect(await check(words(20), [note])).toMatchObject({ state: 'unchecked' });
  });

  it('is unchecked when there is more than can be compared', async () => {
    const batch = Array.from({ length: 1000 }, () => passage('Something else.'));
    const batches = Array.from({ length: 61 }, () => batch);
    expect(await check(words(20), ...batches)).toMatchObject({ state: 'unchecked' });
    expect(await check(words(20), ...batches.slice(1))).toMatchObject({ state: 'passed' });
  });
});
