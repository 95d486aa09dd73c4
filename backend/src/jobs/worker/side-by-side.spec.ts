import { setTimeout as delay } from 'node:timers/promises';
import { bulkhead } from 'cockatiel';
import { sideBySide } from './side-by-side';

const enough = () => bulkhead(10, Infinity);

const from = (items: readonly number[]) => {
  const left = [...items];
  return () => Promise.resolve(left.shift());
};

describe('working side by side', () => {
  it('does everything once, never more at once than it may', async () => {
    const done: number[] = [];
    let running = 0;
    let most = 0;
    await sideBySide(3, enough(), from([5, 1, 4, 2, 3, 1, 2]), async (ms) => {
      running += 1;
      most = Math.max(most, running);
      await delay(ms * 5);
      running -= 1;
      done.push(ms);
    });
    expect([...done].sort()).toEqual([1, 1, 2, 2, 3, 4, 5]);
    expect(most).toBe(3);
  });

  it('shares the slots with others, and leaves the rest undone after a failure', async () => {
    const slots = bulkhead(2, Infinity);
    let running = 0;
    let most = 0;
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await delay(5);
      running -= 1;
    };
    const failing = jest.fn().mockRejectedValue(new Error('the first'));
    const some = sideBySide(3, slots, from([1, 2, 3]), work);
    const others = sideBySide(3, slots, from([1, 2, 3, 4]), failing);
    await expect(others).rejects.toThrow('the first');
    await some;
    expect(most).toBe(2);
    expect(failing.mock.calls.length).toBeLessThanOrEqual(2);
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
    await expect(sideBySide(2, enough(), from([1, 2, 3, 4]), work)).rejects.toThrow('the first');
    expect([begun, done]).toEqual([[1, 2], [2]]);
  });

  it('fails with what failed first', async () => {
    const work = async (item: number) => {
      await delay(item * 10);
      throw new Error(String(item));
    };
    await expect(sideBySide(3, enough(), from([3, 1, 2]), work)).rejects.toThrow('1');
  });
});
