import type { InlineText } from './document-model';
import { noteMarksSet } from './note-marks';

const mark = (number: number) => ({
  text: String(number),
  position: 'superscript' as const,
  note: { number, text: [] },
});
const set = (text: InlineText, language: 'en' | 'it') =>
  noteMarksSet(text, language)
    .map((run) => (run.note ? `^${run.text}` : run.text))
    .join('');

describe('noteMarksSet', () => {
  it.each([
    ['en', 'So it is.^1 Next'],
    ['it', 'So it is^1. Next'],
  ] as const)('sets the number of a note close to its word in %s', (language, expected) => {
    expect(set([{ text: 'So it is ' }, mark(1), { text: '. Next' }], language)).toBe(expected);
  });

  it('leaves a note that begins a paragraph, and one that follows another', () => {
    expect(set([mark(1), { text: ' and ' }, mark(2), mark(3)], 'en')).toBe('^1 and^2^3');
  });

  it('leaves no empty run where the punctuation was all there was', () => {
    expect(noteMarksSet([{ text: 'End ' }, mark(1), { text: '.' }], 'en')).toHaveLength(2);
  });
});
