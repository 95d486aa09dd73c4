import type { DocumentLanguage } from '../../common';
import type { Passage } from '../../sources';
import { gradedEvidence } from '../support/graded-evidence';

const passage = (id: string, page: number | null, text: string): Passage => ({
  id,
  sourceId: 'source',
  key: 'roediger2006',
  page,
  kind: 'annotation',
  text,
  rank: 1,
});

const PASSAGES = [
  passage('one', 3, 'Rereading is popular. Tests slow forgetting down. Tests also reveal gaps.'),
  passage('two', 4, 'Retrieval changes memory. Students overrate fluency and cram.'),
];

const evidenceOf = (text: string, passages: readonly Passage[], language: DocumentLanguage) =>
  gradedEvidence(text, { sources: [], passages, language }).map(({ evidence }) => evidence);

describe('the evidence of a citation', () => {
  it('is what was copied, as far as it stands together in the source', () => {
    const text = 'Tests slow forgetting down. Tests also reveal gaps [@roediger2006].';
    expect(evidenceOf(text, PASSAGES, 'en')).toEqual([
      {
        sourceId: 'source',
        passageId: 'one',
        locator: null,
        quotation: 'Tests slow forgetting down. Tests also reveal gaps.',
        start: 22,
        end: 73,
        state: 'supported',
        score: 1,
        modelChecked: false,
      },
    ]);
  });

  it('is the closest sentence where the words are new', () => {
    const text = 'Learners who feel fluent overrate what they know [@roediger2006].';
    expect(evidenceOf(text, PASSAGES, 'en')).toMatchObject([
      { passageId: 'two', quotation: 'Students overrate fluency and cram.' },
    ]);
  });

  it('is the longest part that was copied, where a shorter one stands within it', () => {
    const short = passage('short', null, 'Tests help.');
    const long = passage('long', null, 'Tests help. Teachers say that tests help.');
    const text = 'They quote it: “Teachers say that tests help” [@roediger2006].';
    expect(evidenceOf(text, [short, long], 'en')).toMatchObject([
      { passageId: 'long', quotation: 'Teachers say that tests help.' },
    ]);
  });

  it('is on the page that the citation names', () => {
    const text = 'Tests slow forgetting down, in other words [@roediger2006, p. 4].';
    expect(evidenceOf(text, PASSAGES, 'en')).toMatchObject([{ passageId: 'two', locator: '4' }]);
  });

  it('is found for each citation by itself', () => {
    const text = 'Rereading is popular [@roediger2006]. Retrieval changes memory [@roediger2006].';
    expect(evidenceOf(text, PASSAGES, 'en').map(({ quotation }) => quotation)).toEqual([
      'Rereading is popular.',
      'Retrieval changes memory.',
    ]);
  });

  it('says where in the passage it stands, in any text', () => {
    const found = PASSAGES.map(({ text }) => text)
      .join(' ')
      .split('. ');
    for (const sentence of found) {
      const [one] = evidenceOf(`${sentence} [@roediger2006].`, PASSAGES, 'en');
      const { text } = PASSAGES.find(({ id }) => id === one?.passageId)!;
      expect(text.slice(one?.start ?? 0, one?.end ?? 0)).toBe(one?.quotation);
    }
  });
});
