import fc from 'fast-check';
import { outlineRecord } from '../../../testing/records';
import { settled } from './outline-appendices';
import type { Sections } from './outline-edits';
import { blockWords, canIndent, dropAt, indent, outdent } from './outline-places';

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
const levels = (sections: Sections): string => sections.map(({ level }) => level).join(' ');

describe('a section that is dropped', () => {
  it.each([
    ['1 2 2', 'c', 1, 'acb'],
    ['1 2 1 2', 'b', 2, 'acbd'],
    ['1 2 1 2', 'b', 3, 'acdb'],
    ['1 2 2 1 2', 'd', 0, 'deabc'],
    ['1 2 2 1 2', 'a', 4, 'deabc'],
  ])('of %s: %s to place %d makes %s', (from, id, at, to) => {
    expect(ids(dropAt(outline(from), id, at))).toBe(to);
  });

  it('stays where it is when it is dropped on its own parts', () => {
    const sections = outline('1 2 2 1');
    expect(dropAt(sections, 'a', 1)).toBe(sections);
    expect(dropAt(sections, 'a', 0)).toBe(sections);
  });

  it('goes behind the parts of a chapter, if it is one itself', () => {
    expect(ids(dropAt(outline('1 1 2 2 1'), 'a', 2))).toBe('bcdae');
  });

  it('never comes before the first chapter, if it is a part', () => {
    expect(ids(dropAt(outline('1 2 1'), 'b', 0))).toBe('abc');
  });
});

describe('an appendix that is dropped', () => {
  it.each([
    ['1 1 A', 'c', 0, 'abc'],
    ['1 A a 1', 'd', 1, 'adbc'],
    ['1 A A', 'c', 1, 'acb'],
    ['1 A a', 'a', 2, 'abc'],
  ])('of %s: %s to place %d makes %s', (from, id, at, to) => {
    expect(ids(settled(dropAt(outline(from), id, at)))).toBe(to);
  });

  it('makes an appendix of a part that is dropped on it', () => {
    const after = settled(dropAt(outline('1 2 A'), 'b', 2));
    expect(after.map(({ role }) => role)).toEqual(['body', 'appendix', 'appendix']);
  });
});

describe('a section a level deeper or higher', () => {
  it('becomes a part of the chapter before, with its own', () => {
    expect(levels(indent(outline('1 1 2'), 'b'))).toBe('1 2 2');
    expect(canIndent(outline('1 1'), 'a')).toBe(false);
    expect(levels(indent(outline('1 2'), 'a'))).toBe('1 2');
  });

  it('becomes a chapter of the parts that follow', () => {
    expect(levels(outdent(outline('1 2 2'), 'b'))).toBe('1 1 2');
    expect(levels(outdent(outline('1 2'), 'a'))).toBe('1 2');
  });

  it('stays an appendix, which never becomes a part', () => {
    const sections = outline('1 A A a');
    expect(canIndent(sections, 'b')).toBe(false);
    expect(indent(sections, 'c')).toBe(sections);
    const after = settled(outdent(sections, 'd'));
    expect(levels(after)).toBe('1 1 1 1');
    expect(after[3]?.role).toBe('appendix');
  });
});

describe('any edit of places', () => {
  const anyOutline = fc
    .array(fc.constantFrom('1', '2', 'A', 'a'), { maxLength: 12 })
    .map((rest) => settled(outline(['1', ...rest].join(' '))));

  it('keeps every section, and a chapter first', () => {
    fc.assert(
      fc.property(anyOutline, fc.nat(), fc.nat(), (sections, from, to) => {
        const id = sections[from % sections.length]!.id;
        const changed = [
          dropAt(sections, id, to % sections.length),
          indent(sections, id),
          outdent(sections, id),
        ];
        for (const after of changed.map(settled)) {
          expect([...ids(after)].sort()).toEqual([...ids(sections)].sort());
          expect(after[0]?.level).toBe(1);
          expect(after[0]?.role).not.toBe('appendix');
        }
      }),
    );
  });

  it('takes all parts of a dropped chapter along', () => {
    fc.assert(
      fc.property(anyOutline, fc.nat(), fc.nat(), (sections, from, to) => {
        const id = sections[from % sections.length]!.id;
        const after = dropAt(sections, id, to % sections.length);
        const isChapter = sections.find((one) => one.id === id)?.level === 1;
        if (isChapter) expect(blockWords(after, id)).toBe(blockWords(sections, id));
      }),
    );
  });
});
