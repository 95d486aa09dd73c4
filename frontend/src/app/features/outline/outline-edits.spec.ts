import fc from 'fast-check';
import { outlineRecord } from '../../../testing/records';
import { settled } from './outline-appendices';
import {
  addAfter,
  addAppendix,
  addBelow,
  canMove,
  change,
  type Direction,
  move,
  numbered,
  remove,
  type Sections,
  totalWords,
} from './outline-edits';

/** `1 2 2 1 A` gives a, b, c, d, e with these levels, the last an appendix; `a` is a part of one. */
const outline = (levels: string): Sections =>
  levels.split(' ').map((level, index) => {
    const section = outlineRecord({
      id: String.fromCharCode(97 + index),
      level: /[1A]/.test(level) ? 1 : 2,
    });
    return /[Aa]/.test(level) ? { ...section, role: 'appendix', targetWords: 0 } : section;
  });

const ids = (sections: Sections): string => sections.map(({ id }) => id).join('');
const kinds = (sections: Sections): string =>
  sections
    .map(({ level, role }) => (role === 'appendix' ? { 1: 'A', 2: 'a' }[level] : level))
    .join(' ');
const numbers = (sections: Sections, language: 'en' | 'uk' = 'en'): string =>
  numbered(sections, language)
    .map(({ number }) => number)
    .join(' ');

describe('edits of an outline', () => {
  it('move a chapter together with its parts', () => {
    expect(ids(move(outline('1 2 2 1 2'), 'd', 'up'))).toBe('deabc');
    expect(ids(move(outline('1 2 2 1 2'), 'a', 'down'))).toBe('deabc');
  });

  it('move a part past its neighbour', () => {
    expect(ids(move(outline('1 2 2'), 'c', 'up'))).toBe('acb');
  });

  it('move the first part of a chapter to the end of the chapter before', () => {
    expect(ids(move(outline('1 2 1 2'), 'd', 'up'))).toBe('abdc');
  });

  it('move the last part of a chapter to the start of the chapter after', () => {
    expect(ids(move(outline('1 2 1 2'), 'b', 'down'))).toBe('acbd');
  });

  it('leave where it is what has nowhere to go', () => {
    const sections = outline('1 2 1');
    expect(canMove(sections, 'b', 'up')).toBe(false);
    expect(move(sections, 'b', 'up')).toBe(sections);
    expect(canMove(sections, 'c', 'down')).toBe(false);
  });

  it('add after a whole chapter, and below it', () => {
    expect(addAfter(outline('1 2 1'), 'a', 'New').map(({ level }) => level)).toEqual([1, 2, 1, 1]);
    expect(addBelow(outline('1 2 1'), 'a', 'New').map(({ level }) => level)).toEqual([1, 2, 2, 1]);
    expect(ids(addBelow(outline('1 2'), 'b', 'New'))).toBe('ab');
  });

  it('remove a chapter together with its parts', () => {
    expect(ids(remove(outline('1 2 2 1'), 'a'))).toBe('d');
  });

  it('change one section only', () => {
    const changed = change(outline('1 1'), 'b', { title: 'Memory', targetWords: 50 });
    expect(changed.map(({ title }) => title)).toEqual(['Introduction', 'Memory']);
    expect(totalWords(changed)).toBe(350);
  });

  it('number chapters and parts', () => {
    expect(numbers(outline('1 2 2 1 2'))).toBe('1 1.1 1.2 2 2.1');
  });

  it('give appendices letters, in the alphabet of the language', () => {
    expect(numbers(outline('1 2 A a a A a'))).toBe('1 1.1 A A.1 A.2 B B.1');
    const many = (count: number) => outline(`1 ${new Array(count).fill('A').join(' ')}`);
    expect(numbers(many(28)).slice(-9)).toBe('Y Z AA AB');
    expect(numbers(many(25), 'uk')).toBe('1 А Б В Г Д Е Ж И К Л М Н П Р С Т У Ф Х Ц Ш Щ Ю Я АА');
  });

  it('add an appendix last, or after and below another', () => {
    expect(kinds(addAppendix(outline('1 2'), 'New'))).toBe('1 2 A');
    expect(kinds(addAfter(outline('1 A a'), 'b', 'New'))).toBe('1 A a A');
    expect(kinds(addAfter(outline('1 A a'), 'c', 'New'))).toBe('1 A a a');
    expect(kinds(addBelow(outline('1 A'), 'b', 'New'))).toBe('1 A a');
    expect(addAppendix(outline('1'), 'New').at(-1)).toMatchObject({ title: 'New', targetWords: 0 });
    expect(kinds(addAfter(outline('1 A'), 'a', 'New'))).toBe('1 1 A');
  });

  it('move chapters and appendices among their own kind', () => {
    const sections = outline('1 2 1 A A');
    expect(canMove(sections, 'c', 'down')).toBe(false);
    expect(canMove(sections, 'd', 'up')).toBe(false);
    expect(ids(move(sections, 'e', 'up'))).toBe('abced');
    expect(ids(move(sections, 'c', 'up'))).toBe('cabde');
  });

  it('move parts from a chapter to an appendix, and back', () => {
    const there = settled(move(outline('1 2 A'), 'b', 'down'));
    expect([ids(there), kinds(there), totalWords(there)]).toEqual(['acb', '1 A a', 300]);
    const back = settled(move(there, 'b', 'up'));
    expect([ids(back), kinds(back), totalWords(back)]).toEqual(['abc', '1 2 A', 600]);
  });

  const anyOutline = fc
    .array(fc.constantFrom('1', '2', 'A', 'a'), { maxLength: 12 })
    .map((levels) => settled(outline(['1', ...levels].join(' '))));
  const direction = fc.constantFrom<Direction>('up', 'down');

  it('keep every section, and a chapter first, however one moves them', () => {
    fc.assert(
      fc.property(anyOutline, fc.nat(), direction, (sections, at, to) => {
        const id = sections[at % sections.length]!.id;
        const moved = move(sections, id, to);
        expect([...ids(moved)].sort()).toEqual([...ids(sections)].sort());
        expect(moved[0]?.level).toBe(1);
        expect(moved === sections).toBe(!canMove(sections, id, to));
      }),
    );
  });

  it('take a move back by the opposite move', () => {
    fc.assert(
      fc.property(anyOutline, fc.nat(), direction, (sections, at, to) => {
        const id = sections[at % sections.length]!.id;
        if (!canMove(sections, id, to)) return;
        const back = move(move(sections, id, to), id, to === 'up' ? 'down' : 'up');
        expect(ids(back)).toBe(ids(sections));
      }),
    );
  });
});

describe('an outline that is settled', () => {
  it.each([
    ['A 1 2', 'bca', '1 2 A'],
    ['1 A a 1 2', 'adebc', '1 1 2 A a'],
    ['1 a A 2', 'abcd', '1 2 A a'],
    ['A a A', 'abc', '1 2 A'],
  ])('makes of %s %s: %s', (from, order, to) => {
    const after = settled(outline(from));
    expect([ids(after), kinds(after)]).toEqual([order, to]);
  });

  it('plans no words for appendices, and some for what no longer is one', () => {
    const words = (sections: Sections) => sections.map(({ targetWords }) => targetWords);
    expect(words(settled(outline('1 A 2')))).toEqual([300, 0, 0]);
    expect(words(settled(outline('1 a A')))).toEqual([300, 300, 0]);
  });

  it('has every section once and appendices last, and stays as it is', () => {
    const kind = fc.constantFrom('1', '2', 'A', 'a');
    fc.assert(
      fc.property(fc.constantFrom('1', 'A'), fc.array(kind, { maxLength: 12 }), (first, rest) => {
        const before = outline([first, ...rest].join(' '));
        const after = settled(before);
        expect([...ids(after)].sort()).toEqual([...ids(before)].sort());
        expect(kinds(after)).toMatch(/^1( [12])*( A( a)*)*$/);
        expect(settled(after).every((section, at) => section === after[at])).toBe(true);
      }),
    );
  });
});
