import fc from 'fast-check';
import type { OutlineSection } from '../../api/generated/models';
import { outlineRecord } from '../../../testing/records';
import {
  addAfter,
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

/** `1 2 2 1` gives a, b, c, d with these levels. */
const outline = (levels: string): Sections =>
  levels.split(' ').map((level, index) =>
    outlineRecord({
      id: String.fromCharCode(97 + index),
      level: Number(level) as OutlineSection['level'],
    }),
  );

const ids = (sections: Sections): string => sections.map(({ id }) => id).join('');

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
    expect(numbered(outline('1 2 2 1 2')).map(({ number }) => number)).toEqual([
      '1',
      '1.1',
      '1.2',
      '2',
      '2.1',
    ]);
  });

  const anyOutline = fc
    .array(fc.constantFrom('1', '2'), { maxLength: 12 })
    .map((levels) => outline(['1', ...levels].join(' ')));
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
