import fc from 'fast-check';
import { changesBetween, placeOf, withChanges } from './suggested-changes';

const all = (changes: readonly unknown[]) => changes.map((_, index) => index);

describe('the changes of a suggestion', () => {
  it('are phrases, not letters', () => {
    const original = 'It is the case that testing helps learners a lot [@roediger2006, p. 3].';
    const proposed = 'Testing helps learners greatly [@roediger2006, p. 3].';
    expect(changesBetween(original, proposed)).toEqual([
      { start: 0, end: 'It is the case that testing'.length, insert: 'Testing' },
      {
        start: original.indexOf('a lot'),
        end: original.indexOf(' [@'),
        insert: 'greatly',
      },
    ]);
  });

  it('take a citation as a whole', () => {
    const [change] = changesBetween('So [@a, p. 1].', 'So [@a, p. 2].');
    expect(change).toEqual({ start: 3, end: 13, insert: '[@a, p. 2]' });
  });

  it('make of the original what was proposed, all of them, and nothing of it, none of them', () => {
    const piece = fc.constantFrom(
      ...['tests ', 'help ', '[@a, p. 1]', '. ', '\n\n', '**so**', '*', '$x$', '- ', 'ж', '🙂'],
    );
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (original, proposed) => {
        const changes = changesBetween(original, proposed);
        const { text: made, inserted } = withChanges(original, changes, all(changes));
        expect(made).toBe(proposed);
        expect(withChanges(original, changes, []).text).toBe(original);
        const put = changes.map(({ insert }) => insert).filter((insert) => insert !== '');
        expect(inserted.map(({ start, end }) => made.slice(start, end))).toEqual(put);
      }),
    );
  });
});

describe('the place of a suggestion', () => {
  it('is the nearest one, and none where the words have changed', () => {
    expect(placeOf('One. Two. One.', 'One.', 9)).toEqual({ start: 10, end: 14 });
    expect(placeOf('One. Two.', 'Three.', 0)).toBeNull();
  });
});
