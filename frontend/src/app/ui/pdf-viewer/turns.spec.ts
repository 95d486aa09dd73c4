import { Turns } from './turns';

describe('Turns', () => {
  it('come one after the other, in their order', async () => {
    const turns = new Turns();
    const seen: number[] = [];
    const takes = [1, 2, 3].map(async (page) => {
      const end = await turns.take(page);
      seen.push(page);
      return end;
    });
    const end = await takes[0];
    await Promise.resolve();
    expect(seen).toEqual([1]);
    end?.(true);
    (await takes[1])?.(true);
    (await takes[2])?.(true);
    expect(seen).toEqual([1, 2, 3]);
  });

  it('know the page that others may have had to wait for', async () => {
    const turns = new Turns();
    (await turns.take(7))(false);
    (await turns.take(8))(false);
    expect([7, 8].map((page) => turns.isSuspect(page))).toEqual([true, false]);
    (await turns.take(9))(true);
    expect(turns.isSuspect(7)).toBe(false);
    (await turns.take(8))(false);
    expect(turns.isSuspect(8)).toBe(true);
    turns.reset();
    expect(turns.isSuspect(8)).toBe(false);
  });
});
