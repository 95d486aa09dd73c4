import { sourceRecord } from '../../../../testing/records';
import { betterDescribed } from './better-described';

const plain = sourceRecord({ id: 'plain', volume: null });

describe('betterDescribed', () => {
  it('prefers the one of which more is known', () => {
    const fuller = sourceRecord({ id: 'fuller' });
    expect(betterDescribed(plain, fuller)).toBe(fuller);
    expect(betterDescribed(fuller, plain)).toBe(fuller);
  });

  it('prefers a DOI to other facts, and what was found to exist to a DOI', () => {
    const numbered = sourceRecord({ doi: '10.1/x', volume: null, issue: null, pages: null });
    expect(betterDescribed(plain, numbered)).toBe(numbered);
    const checkedAt = '2026-11-01T10:00:00.000Z';
    const check = {
      ...{ state: 'verified' as const, differences: [], provider: null, retracted: null },
      checkedAt,
    };
    const verified = sourceRecord({ check });
    expect(betterDescribed(numbered, verified)).toBe(verified);
  });

  it('keeps the first of equals', () => {
    expect(betterDescribed(plain, { ...plain })).toBe(plain);
  });
});
