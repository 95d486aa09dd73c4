import fc from 'fast-check';
import { toPieces, type WordChange, wordChanges, wordsIn } from './word-changes';

const sideOf = (changes: readonly WordChange[], without: WordChange['kind']): string =>
  changes
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

describe('wordChanges', () => {
  it('tells what was taken and what was added', () => {
    expect(wordChanges('Sleep helps memory.', 'Sleep greatly helps it.')).toEqual([
      { kind: 'kept', text: 'Sleep ' },
      { kind: 'added', text: 'greatly ' },
      { kind: 'kept', text: 'helps ' },
      { kind: 'removed', text: 'memory' },
      { kind: 'added', text: 'it' },
      { kind: 'kept', text: '.' },
    ]);
  });

  it('takes a phrase that was replaced for one change', () => {
    expect(wordChanges('It is well known.', 'It was never shown.')).toEqual([
      { kind: 'kept', text: 'It ' },
      { kind: 'removed', text: 'is well known' },
      { kind: 'added', text: 'was never shown' },
      { kind: 'kept', text: '.' },
    ]);
  });

  it('counts words, not characters', () => {
    const changes = wordChanges('One.', 'One. Two well-kept ones [@roediger2006, p. 3].');
    expect([wordsIn(changes, 'added'), wordsIn(changes, 'removed')]).toEqual([3, 0]);
  });

  it('is shown line by line, and a mere break by its sign', () => {
    expect(toPieces(wordChanges('One.', 'One.\n\nTwo.\n\nThree.'))).toEqual([
      { kind: 'kept', text: 'One.' },
      { kind: 'kept', text: '\n\n' },
      { kind: 'added', text: 'Two.' },
      { kind: 'kept', text: '\n\n' },
      { kind: 'added', text: 'Three.' },
    ]);
    expect(toPieces([{ kind: 'removed', text: '\n\n' }])).toEqual([
      { kind: 'removed', text: '¶' },
      { kind: 'kept', text: '\n\n' },
    ]);
  });

  it('loses nothing of either text', () => {
    const word = fc.constantFrom('one', 'two', 'three', ' ', '\n\n', '.', '[@a, p. 2]', 'été');
    const text = fc.array(word, { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = wordChanges(before, after);
        expect(sideOf(changes, 'added')).toBe(before);
        expect(sideOf(changes, 'removed')).toBe(after);
      }),
    );
  });
});
