import fc from 'fast-check';
import { parseCitations } from '../../citations';
import type { Citable } from './citable';
import { citationFaults } from './citation-faults';
import { removeFaults } from './remove-faults';

const LITERAL = 'Testing does more for retention than reading the same text again.';

const citable: Citable = {
  sources: [
    { key: 'roediger2006', authors: ['Roediger'], year: 2006, pageCount: 7, printedPages: null },
    { key: 'cepeda2006', authors: ['Cepeda'], year: 2006, pageCount: null, printedPages: null },
    { key: 'unread1990', authors: ['Unread'], year: 1990, pageCount: null, printedPages: null },
  ],
  passages: [
    { key: 'roediger2006', page: 3, kind: 'fulltext', text: `Before. ${LITERAL} After.` },
    { key: 'cepeda2006', page: null, kind: 'annotation', text: 'Spacing helps recall.' },
  ],
  titles: ['The title of a chapter'],
  language: 'en',
};

const GOOD = [
  'Spacing helps recall [@cepeda2006].',
  'Tests help, too [@roediger2006, p. 3; @cepeda2006].',
  `“Testing does more for retention than reading” [@roediger2006, p. 3].`,
  'A sentence that cites nothing.',
  'In Roediger (2006) tests are at work [-@roediger2006].',
  'Chapter 2 was “The title of a chapter” [@cepeda2006].',
];

const BAD = [
  'Sleep doubles retention [@invented2031].',
  'A source that was not given says so [@unread1990].',
  'The wrong page of the right source [@roediger2006, p. 4].',
  'A page where none was shown [@cepeda2006, p. 12].',
  'A chapter nobody has seen [@roediger2006, chap. 2].',
  'According to Smithers (2031), cramming never works.',
  'As many have shown (Smithers & Jones, 2031; Doe, 2030), it fails.',
  'This was shown often [12].',
  'A bare mention of @ghost1999 remains.',
  '“Testing does nothing at all for retention” [@roediger2006, p. 3].',
];

describe('citations that do not hold', () => {
  it.each(GOOD)('are not found in: %s', (sentence) => {
    expect(citationFaults(sentence, citable)).toEqual([]);
    expect(removeFaults(sentence, citable, 'en')).toBe(sentence);
  });

  it.each(BAD)('are found, and their sentence removed: %s', (sentence) => {
    expect(citationFaults(sentence, citable)).not.toEqual([]);
    expect(removeFaults(`Before it. ${sentence} After it.`, citable, 'en')).toBe(
      'Before it. After it.',
    );
  });

  it('take list items, table rows and headings with them, and leave the rest as it stands', () => {
    const text = [
      '### A heading about [@invented2031]',
      '- First point [@cepeda2006].\n- Second point [@invented2031].\n- Third point.',
      '| a | b |\n| - | - |\n| 1 [@invented2031] | 2 |\n| 3 | 4 [@cepeda2006] |',
    ].join('\n\n');
    expect(removeFaults(text, citable, 'en')).toBe(
      '- First point [@cepeda2006].\n\n- Third point.\n\n| a | b |\n| - | - |\n\n| 3 | 4 [@cepeda2006] |',
    );
  });

  it('are gone from any text, and every sentence that holds is kept', () => {
    const sentences = fc.array(fc.constantFrom(...GOOD, ...BAD), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(sentences, { minLength: 1, maxLength: 4 }), (paragraphs) => {
        const text = paragraphs.map((paragraph) => paragraph.join(' ')).join('\n\n');
        const kept = removeFaults(text, citable, 'en');
        expect(citationFaults(kept, citable)).toEqual([]);
        const expected = paragraphs
          .map((paragraph) => paragraph.filter((one) => GOOD.includes(one)).join(' '))
          .filter((paragraph) => paragraph !== '');
        expect(kept).toBe(expected.join('\n\n'));
      }),
    );
  });

  it('are gone from text that a hostile model makes up', () => {
    const pieces = fc.constantFrom(
      ...['[@', ']', '@', '[', '(', ')', ', p. ', '; ', '. ', '\n\n', '\n- ', '| ', '“', '”', '{'],
      ...['roediger2006', 'invented2031', 'Smith', '2031', ' ', 'words ', '3', 'https://x.y', '\\'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const kept = removeFaults(parts.join(''), citable, 'en');
        expect(citationFaults(kept, citable)).toEqual([]);
        const { clusters, malformed } = parseCitations(kept);
        expect(malformed).toEqual([]);
        const keys = clusters.flatMap(({ items }) => items.map(({ key }) => key));
        expect(keys.filter((key) => key !== 'roediger2006')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
