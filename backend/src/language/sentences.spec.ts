import fc from 'fast-check';
import { languages } from '../testing/generation/library-arbitrary';
import { canStandAlone, splitSentences } from './sentences';

describe('splitting a text into sentences', () => {
  it('does not stop at abbreviations and initials', () => {
    const text = 'Smith et al. found it, e.g. in mice. J. Bruner agreed. See Fig. 3 for more.';
    expect(splitSentences(text, 'en')).toEqual([
      'Smith et al. found it, e.g. in mice.',
      'J. Bruner agreed.',
      'See Fig. 3 for more.',
    ]);
  });

  it('knows the abbreviations of other languages', () => {
    expect(splitSentences('Див. рис. 3 нижче. Далі — інше.', 'uk')).toHaveLength(2);
    expect(splitSentences('Das gilt z. B. für Mäuse. Mehr nicht.', 'de')).toHaveLength(2);
  });

  it('gives parts of the text, in order, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), languages, (text, language) => {
        let from = 0;
        for (const sentence of splitSentences(text, language)) {
          const at = text.indexOf(sentence, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + sentence.length;
        }
      }),
    );
  });
});

describe('a sentence that can stand alone', () => {
  it('is whole and plain', () => {
    const sentence = 'Testing does more for retention than reading the same text again.';
    expect(canStandAlone(sentence, 'en')).toBe(true);
    expect(canStandAlone('Il contesto modifica il ricordo in molti modi diversi.', 'it')).toBe(
      true,
    );
    expect(canStandAlone('A schema leaves out the details of a story.', 'en')).toBe(true);
  });

  const refused = [
    ['leans on the sentence before', 'This shows that testing helps more than reading.'],
    ['is a fragment', 'testing does more for retention than reading again.'],
    ['has no end', 'Testing does more for retention than reading again'],
    ['is too short', 'Testing helps retention.'],
    ['cites for itself', 'Testing helps retention more than reading (Smith, 2010).'],
    ['cites by number', 'Testing helps retention more than reading does (12).'],
    ['points to a figure', 'Testing helps retention more, as Figure 3 shows clearly.'],
    ['holds markup', 'Testing helps *retention* more than reading the text again.'],
    ['holds what looks like a citation', 'Testing helps [@smith2010] more than reading again.'],
    ['leaves a quotation open', 'Testing, he said, “helps more than reading the text again.'],
    ['is a row of numbers', 'Means were 12.3 14.5 16.7 18.9 20.1 and 22.3 points.'],
  ] as const;

  it.each(refused)('is none that %s', (_, sentence) => {
    expect(canStandAlone(sentence, 'en')).toBe(false);
  });

  it('does not lean on context in its own language only', () => {
    expect(canStandAlone('Це показує, що самоперевірка допомагає краще за читання.', 'uk')).toBe(
      false,
    );
    expect(canStandAlone('Diese Wirkung zeigt sich vor allem nach einer Woche.', 'de')).toBe(false);
  });
});
