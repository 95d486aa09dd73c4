import fc from 'fast-check';
import { parseCitations } from '../../citations';
import { keptWords } from './frozen';
import { mergePolish } from './merge-polish';

const KNOWN = keptWords(['retrieval practice', 'Roediger'], 'en');

const polish = (draft: string, polished: string, language: 'en' | 'de' | 'uk' = 'en') =>
  mergePolish(draft, polished, language, KNOWN).text;

const DRAFT =
  'Testing, it helps learners a lot with retaining 61% of material [@roediger2006, p. 3]. ' +
  'Rereading by Bjork was found as “less effective than it feels” [@bjork2011].';

const GOOD: [string, string][] = [
  [
    'words are put better',
    'Testing helps learners a great deal in retaining 61% of material [@roediger2006, p. 3]. ' +
      'Rereading by Bjork was found to be “less effective than it feels” [@bjork2011].',
  ],
  [
    'sentences are joined',
    'Testing helps learners with retaining 61% of material [@roediger2006, p. 3], and ' +
      'rereading by Bjork was found to be “less effective than it feels” [@bjork2011].',
  ],
];

const BAD: [string, string][] = [
  ['a citation is lost', DRAFT.replace(' [@bjork2011]', '')],
  ['a key is another', DRAFT.replace('bjork2011', 'bjork2012')],
  ['a page is another', DRAFT.replace('p. 3', 'p. 4')],
  ['a page is lost', DRAFT.replace(', p. 3', '')],
  ['a citation is added', DRAFT.replace('material', 'material [@bjork2011]')],
  [
    'citations are exchanged',
    DRAFT.replace('[@roediger2006, p. 3]', 'X')
      .replace('[@bjork2011]', '[@roediger2006, p. 3]')
      .replace('X', '[@bjork2011]'),
  ],
  ['a number is another', DRAFT.replace('61%', '16%')],
  [
    'a number belongs to another statement',
    DRAFT.replace(' 61%', '').replace('found', '61% found'),
  ],
  ['a number is written out', DRAFT.replace('61%', 'sixty-one per cent')],
  ['a number is added', DRAFT.replace('learners', '40 learners')],
  ['a unit is lost', DRAFT.replace('61%', '61')],
  ['a quotation is mended', DRAFT.replace('it feels', 'it seems')],
  ['a quotation is unquoted', DRAFT.replace(/[“”]/g, '')],
  ['a name is another', DRAFT.replace('Bjork', 'Bjorn')],
  ['a name is added', DRAFT.replace('learners', 'Harvard learners')],
  [
    'something is added',
    `${DRAFT} It is well known that all of this holds for every subject everywhere.`,
  ],
  ['something is left out', DRAFT.slice(DRAFT.indexOf('Rereading'))],
  ['a heading is added', `### Testing\n${DRAFT}`],
  ['it becomes a list', `- ${DRAFT}`],
  ['a paragraph is divided', DRAFT.replace('. Rereading', '.\n\nRereading')],
  ['unseen characters are put in', DRAFT.replace('helps', 'he\u200blps')],
  ['a link is added', DRAFT.replace('learners', '[learners](https://example.org)')],
  [
    'it says something else',
    'Whales sing in oceans [@roediger2006, p. 3] 61%. Bjork “less effective than it feels” [@bjork2011].',
  ],
];

describe('a polished text', () => {
  it.each(GOOD)('is taken where %s', (_, polished) => {
    expect(polish(DRAFT, polished)).toBe(polished);
  });

  it.each(BAD)('is refused where %s', (_, polished) => {
    expect(polish(DRAFT, polished)).toBe(DRAFT);
  });

  it('is judged block by block', () => {
    const [, good] = GOOD[0]!;
    const [, bad] = BAD[0]!;
    expect(polish(`${DRAFT}\n\n${DRAFT}`, `${good}\n\n${bad}`)).toBe(`${good}\n\n${DRAFT}`);
  });

  it('may put the nouns of German otherwise, but no name and no term', () => {
    const draft =
      'Die Durchführung von Tests ist für Lernende nach Roediger hilfreich [@roediger2006].';
    const good = 'Tests sind für Lernende nach Roediger hilfreich [@roediger2006].';
    expect(polish(draft, good, 'de')).toBe(good);
    expect(polish(draft, good.replace('Roediger', 'Rödiger'), 'de')).toBe(draft);
  });

  it('keeps names in Cyrillic, too', () => {
    const draft =
      'Тестування, як показав Шевченко, допомагає у навчанні студентів [@roediger2006].';
    const good = 'Як показав Шевченко, тестування допомагає у навчанні студентів [@roediger2006].';
    expect(polish(draft, good, 'uk')).toBe(good);
    expect(polish(draft, good.replace('Шевченко', 'Франко'), 'uk')).toBe(draft);
  });

  it('is one in which no citation, number or quotation has changed, whatever a model answers', () => {
    const sentence = fc.constantFrom(
      'Testing helps 61% of learners [@roediger2006, p. 3].',
      'Bjork calls it “a desirable difficulty” [@bjork2011].',
      'In 2006, 120 students took part [@roediger2006; @bjork2011, pp. 3-4].',
      'Retrieval practice is more than a test.',
    );
    const draft = fc
      .array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
      .map((blocks) => blocks.map((block) => block.join(' ')).join('\n\n'));
    const piece = fc.constantFrom(
      '[@roediger2006]',
      '61%',
      '62 %',
      '“',
      '”',
      'Bjork',
      '[@',
      ']',
      '\n\n',
      '. ',
      'not ',
      '2007',
    );
    const change = fc.record({ at: fc.nat(), drop: fc.nat({ max: 12 }), put: piece });
    const facts = (text: string) => ({
      citations: parseCitations(text).clusters.map(({ start, end }) => text.slice(start, end)),
      numbers: text.match(/\d+/g),
      quotations: text.match(/“[^”]*”/g),
    });
    fc.assert(
      fc.property(draft, fc.array(change, { maxLength: 6 }), (text, changes) => {
        const hostile = changes.reduce((current, { at, drop, put }) => {
          const place = at % (current.length + 1);
          return current.slice(0, place) + put + current.slice(place + drop);
        }, text);
        expect(facts(polish(text, hostile))).toEqual(facts(text));
      }),
      { numRuns: 1000 },
    );
  });
});
