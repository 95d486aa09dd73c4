import { setTimeout as delay } from 'node:timers/promises';
import { sideBySide } from './side-by-side';

const from = (items: readonly number[]) => {
  const left = [...items];
  return () => Promise.resolve(left.shift());
};

describe('working side by side', () => {
  it('does everything once, never more at once than it may', async () => {
    const done: number[] = [];
    let running = 0;
    let most = 0;
    await sideBySide(3, from([5, 1, 4, 2, 3, 1, 2]), async (ms) => {
      running += 1;
      most = Math.max(most, running);
      await delay(ms * 5);
      running -= 1;
      done.push(ms);
    });
    expect([...done].sort()).toEqual([1, 1, 2, 2, 3, 4, 5]);
    expect(most).toBe(3);
  });

  it('finishes what has begun when one fails, and begins nothing more', async () => {
    const begun: number[] = [];
    const done: number[] = [];
    const work = async (item: number) => {
      begun.push(item);
      await delay(item === 1 ? 5 : 40);
      if (item === 1) throw new Error('the first');
      done.push(item);
    };
    await expect(sideBySide(2, from([1, 2, 3, 4]), work)).rejects.toThrow('the first');
    expect([begun, done]).toEqual([[1, 2], [2]]);
  });

  it('fails with what failed first', async () => {
    const work = async (item: number) => {
      await delay(item * 10);
      throw new Error(String(item));
    };
    await expect(sideBySide(3, from([3, 1, 2]), work)).rejects.toThrow('1');
  });
});
