import { findPassage } from './find-passage';

/** The words that are found, as they stand in the page. */
const found = (texts: readonly string[], passage: string): string =>
  findPassage(texts, passage)
    .map(({ item, start, end }) => texts[item]?.slice(start, end))
    .join('|');

const LINES = [
  'Retrieval prac-',
  'tice slows for-',
  'getting, as the ﬁrst study of 1909 has shown.',
  ' Later ones agree.',
];

describe('findPassage', () => {
  it('finds words that lines, hyphens and ligatures cut', () => {
    const passage = 'practice slows forgetting, as the first study of 1909 has shown.';
    expect(found(LINES, passage)).toBe(
      'prac|tice slows for|getting, as the ﬁrst study of 1909 has shown',
    );
  });

  it('finds them behind the sign of a note and a running line in the midst', () => {
    const texts = [
      'Students who read a text once more believe that they will ',
      '12',
      'remember more of it a week later, which they do not, ',
      'THE TESTING EFFECT 249',
      'whereas those who recall it know better how much they will keep.',
    ];
    const passage =
      'Students who read a text once more believe that they will remember more of it a week later, ' +
      'which they do not, whereas those who recall it know better how much they will keep.';
    expect(found(texts, passage)).toBe(
      'Students who read a text once more believe that they will|12|remember more of it a week ' +
        'later, which they do not|whereas those who recall it know better how much they will keep',
    );
  });

  it('takes the place whose words go on, not one that begins alike', () => {
    const texts = [
      'The effect of testing is small. ',
      'The effect of testing is large after a week.',
    ];
    expect(found(texts, 'The effect of testing is large after a week.')).toBe(
      'The effect of testing is large after a week',
    );
  });

  it('finds nothing where the words are not', () => {
    expect(findPassage(LINES, 'An entirely different sentence about sleeping at night.')).toEqual(
      [],
    );
    expect(findPassage(LINES, '…')).toEqual([]);
    expect(findPassage([], 'words')).toEqual([]);
  });

  it('keeps letters of two units whole', () => {
    expect(found(['𝛼𝛽 is ', 'Їжак'], '𝛽 is їжак')).toBe('𝛽 is|Їжак');
  });
});
