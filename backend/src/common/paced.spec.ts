import { paced } from './paced';

function busy(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

describe('paced work', () => {
  it('does everything in order, and lets others have a turn in between', async () => {
    const done: number[] = [];
    const seen: number[] = [];
    const other = setInterval(() => seen.push(done.length), 0);
    await paced([1, 2, 3, 4, 5, 6, 7, 8], (item) => {
      busy(5);
      done.push(item);
    });
    clearInterval(other);
    expect(done).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(seen.filter((count) => count < 8).length).toBeGreaterThanOrEqual(3);
  });

  it('fails as what it does fails', async () => {
    const failing = paced([1], () => {
      throw new Error('No.');
    });
    await expect(failing).rejects.toThrow('No.');
  });
});
