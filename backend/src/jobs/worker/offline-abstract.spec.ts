import { wordsOf } from '../../language';
import { FaultLane } from '../../testing/jobs/fault-lane';

jest.setTimeout(60_000);

let lane: FaultLane;

beforeAll(async () => {
  lane = await FaultLane.start('offline', 'long');
});

afterAll(() => lane.stop());

describe('the abstract of a document that no language model has written', () => {
  it('says what the document is about in words of its own, without any citation', async () => {
    const writing = await lane.begin([]);
    expect(await lane.ended(writing)).toMatchObject({ status: 'completed', tokensUsed: 0 });
    const { sections, abstract } = await lane.texts(writing);
    const content = abstract?.content ?? '';
    expect(content).toContain('How to Study So That Learning Lasts');
    expect(content).not.toMatch(/@|\[|\n/);
    expect(wordsOf(content).length).toBeGreaterThan(60);
    expect(wordsOf(content).length).toBeLessThanOrEqual(250);
    // None of its sentences stands before a citation: what comes from a source is not said here
    const cited = sections.flatMap(({ content: text }) =>
      text.split(/\n{2,}/).filter((paragraph) => paragraph.includes('[@')),
    );
    for (const sentence of content.split(/(?<=\.)\s/)) {
      expect(cited.filter((paragraph) => paragraph.includes(sentence))).toEqual([]);
    }
  });
});
