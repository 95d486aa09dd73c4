import fc from 'fast-check';
import type { DocumentLanguage } from '../../common';
import { sentencesOf } from './sentences';

const split = (text: string, language: DocumentLanguage = 'en') =>
  sentencesOf(text, language).map(({ start, end }) => text.slice(start, end));

describe('sentencesOf', () => {
  it('does not end a sentence at an abbreviation or an initial', () => {
    const sentences = [
      'See Dr. Smith et al. (2001) for more.',
      'As H. L. Roediger says, cf. the U.S. Senate.',
      'Fig. 3 shows no. 4.',
    ];
    expect(split(sentences.join(' '))).toEqual(sentences);
  });

  it('knows the abbreviations of other languages', () => {
    const german = ['Man denke z.B. an Goethe, vgl. Schiller.', 'Das genügt.'];
    const ukrainian = ['Див. рис. 3 та ін. праці М. Грушевського.', 'Це доведено.'];
    expect(split(german.join(' '), 'de')).toEqual(german);
    expect(split(ukrainian.join(' '), 'uk')).toEqual(ukrainian);
  });

  it('keeps a quoted question with the clause that goes on after it', () => {
    expect(split('“Why?” he asked. Nobody knew.')).toEqual(['“Why?” he asked.', 'Nobody knew.']);
  });

  it('ends a sentence at a line break', () => {
    expect(split('A heading\nA sentence.')).toEqual(['A heading', 'A sentence.']);
  });

  it('loses nothing but white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(split(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});
