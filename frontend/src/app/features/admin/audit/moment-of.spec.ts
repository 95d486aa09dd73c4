import { momentOf } from './moment-of';

describe('momentOf', () => {
  it('begins a day, or the one after it', () => {
    expect(momentOf('2026-02-28')).toBe('2026-02-28T00:00:00.000Z');
    expect(momentOf('2026-02-28', 1)).toBe('2026-03-01T00:00:00.000Z');
  });

  it.each([undefined, '', 'yesterday', '2026-13-01', '2026-1-1'])('knows no day in %j', (day) => {
    expect(momentOf(day)).toBeUndefined();
  });
});
