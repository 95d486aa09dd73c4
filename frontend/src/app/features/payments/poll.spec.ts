import { poll } from './poll';

describe('poll', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('looks ever more rarely, but never less than every ten seconds, until it is ended', async () => {
    const times: number[] = [];
    const start = Date.now();
    const end = poll(() => {
      times.push(Date.now() - start);
      return Promise.resolve();
    });
    await jest.advanceTimersByTimeAsync(120_000);
    const gaps = times.map((time, index) => time - (times[index - 1] ?? 0));
    expect(gaps.slice(0, 2)).toEqual([1000, 1200]);
    expect(gaps.at(-1)).toBe(10_000);
    expect(times.length).toBeLessThan(25);
    end();
    const { length } = times;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(times).toHaveLength(length);
  });
});
