import { TestBed } from '@angular/core/testing';
import { ApartPairs } from './apart-pairs';

const [one, other, third] = [{ id: '1' }, { id: '2' }, { id: '3' }] as const;

describe('ApartPairs', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  it('knows two that are apart, whichever is named first, also when the page is opened anew', () => {
    TestBed.inject(ApartPairs).keep(other, one);
    TestBed.resetTestingModule();
    const pairs = TestBed.inject(ApartPairs);
    expect([pairs.has(one, other), pairs.has(other, one), pairs.has(one, third)]).toEqual([
      ...[true, true, false],
    ]);
  });

  it('forgets the oldest of very many', () => {
    const pairs = TestBed.inject(ApartPairs);
    for (let n = 0; n < 501; n++) pairs.keep(one, { id: `x${String(n)}` });
    expect(pairs.has(one, { id: 'x0' })).toBe(false);
    expect(pairs.has(one, { id: 'x500' })).toBe(true);
  });
});
