import fc from 'fast-check';
import { sourceRecord } from '../../../../testing/records';
import { newCreator, toCreator, toName } from './creator';
import { editOf, toFacts } from './source-facts';

const source = sourceRecord();

describe('editOf', () => {
  it('names nothing where nothing was changed', () => {
    expect(editOf(source, toFacts(source))).toEqual({});
  });

  it('names what was changed, and takes away what was emptied', () => {
    const facts = {
      ...toFacts(source),
      year: '2007',
      volume: ' ',
      pages: ' 1–9 ',
      mandatory: true,
    };
    expect(editOf(source, facts)).toEqual({
      year: 2007,
      volume: null,
      pages: '1–9',
      mandatory: true,
    });
  });

  it('takes the year away with its text', () => {
    expect(editOf(source, { ...toFacts(source), year: '' })).toEqual({ year: null });
  });

  it('gives all names in their order, without rows that were left empty', () => {
    const facts = toFacts(source);
    const group = { ...newCreator('organisation'), family: ' UNESCO ' };
    const creators = [group, ...facts.creators, newCreator('person')];
    expect(editOf(source, { ...facts, creators })).toEqual({
      authors: ['UNESCO', ...source.names],
    });
  });
});

describe('a creator', () => {
  it.each([
    ['van Beethoven, Ludwig', 'person'],
    ['King, Martin Luther, Jr.', 'person'],
    ['World Health Organization', 'organisation'],
  ])('is read and written the same: %s', (name, kind) => {
    expect(toCreator(name)).toMatchObject({ kind });
    expect(toName(toCreator(name))).toBe(name);
  });

  it('survives reading and writing, whatever its name', () => {
    const part = fc.stringMatching(/^[\p{L}.'’-]+( [\p{L}.]+)*$/u);
    const name = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(', '));
    fc.assert(
      fc.property(name, (name) => {
        expect(toName(toCreator(name))).toBe(name);
      }),
    );
  });
});
