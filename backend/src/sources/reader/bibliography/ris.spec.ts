import fc from 'fast-check';
import { readBibliography } from './read-bibliography';

const read = (text: string) => readBibliography(text, 'ris', 'en');

const ARTICLE = `TY  - JOUR
AU  - Roediger, Henry L., III
AU  - Karpicke, J. D.
AU  - World Health Organization
TI  - Test-enhanced learning &amp; memory:
      taking memory tests
PY  - 2006/03/01/
JO  - Psychological Science
VL  - 17
SP  - 249
EP  - 255
AB  - Tests  - or quizzes - help. They do.
KW  - testing
KW  - memory
DO  - doi:10.1111/J.1467-9280.2006.01693.x
ER  -
`;

describe('reading RIS', () => {
  it('reads an article with continued lines and dashes in its text', () => {
    const [draft] = read(ARTICLE).drafts;
    expect(draft?.csl).toEqual({
      id: '',
      type: 'article-journal',
      title: 'Test-enhanced learning & memory: taking memory tests',
      author: [
        { family: 'Roediger', given: 'Henry L.', suffix: 'III' },
        { family: 'Karpicke', given: 'J. D.' },
        { literal: 'World Health Organization' },
      ],
      issued: { 'date-parts': [[2006, 3, 1]] },
      'container-title': 'Psychological Science',
      volume: '17',
      page: '249-255',
      abstract: 'Tests - or quizzes - help. They do.',
      keyword: 'testing,memory',
      DOI: '10.1111/J.1467-9280.2006.01693.x',
    });
  });

  it('ends a record whose end is missing where the next begins', () => {
    const text = 'TY  - BOOK\nT1  - Перша\nA1  - Ковальчук, Олена\nTY  - BOOK\nT1  - Друга\n';
    expect(read(text).drafts.map(({ csl, line }) => [csl.title, line])).toEqual([
      ['Перша', 1],
      ['Друга', 4],
    ]);
  });

  it('says of a record without a title where it stands', () => {
    const { drafts, refused } = read(`TY  - BOOK\nER  - \n\n${ARTICLE}`);
    expect(drafts).toHaveLength(1);
    expect(refused).toEqual([{ line: 1, entry: null, reason: 'It has no title.' }]);
  });

  it('never fails on any text after a sound record', () => {
    const piece = fc.constantFrom(
      'TY  - JOUR',
      'TY  - ',
      'ER  - ',
      'AU  - a,b,c,d',
      'PY  - x',
      'DO  - x',
      'KW  - ',
      'T1  - T',
      'SP  - ',
      'Y1  - ////',
      'ZZ  - z',
      '  - ',
      '',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (lines) => {
        expect(read(`${ARTICLE}${lines.join('\n')}`).drafts.length).toBeGreaterThan(0);
      }),
    );
  });
});
