import fc from 'fast-check';
import { breakAfter } from './page-breaks';

const lines = (count: number) => Array.from({ length: count }, () => 20);

describe('breakAfter', () => {
  it.each([
    ['fits', lines(3), 60, {}, null],
    ['breaks where the page is full', lines(6), 70, {}, null],
    ['leaves no first line alone', lines(5), 30, {}, 0],
    ['leaves no last line alone', lines(5), 90, {}, 3],
    ['moves three lines that would leave one alone', lines(3), 50, {}, 0],
    ['keeps a heading with what follows', lines(1), 50, { roomBelow: 40 }, 0],
    ['keeps together what asks for it', lines(5), 70, { keepTogether: true }, 0],
  ])('%s', (_, heights, available, wishes, expected) => {
    expect(breakAfter(heights, available, wishes)).toBe(expected);
  });

  it('leaves two lines or none on each page', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 700 }),
        (count, room) => {
          const at = breakAfter(lines(count), room, {});
          const here = Math.min(count, at ?? Math.floor(room / 20));
          const there = count - here;
          expect(here === 0 || here >= Math.min(2, count)).toBe(true);
          expect(there === 0 || there >= Math.min(2, count)).toBe(true);
        },
      ),
    );
  });
});
