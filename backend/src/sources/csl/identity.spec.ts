import type { CslItem } from './csl-item';
import { identityOf } from './identity';

const item = (fields: Partial<CslItem>): CslItem => ({ id: '', type: 'book', ...fields });

const work = (title: string, family: string, year = 2020) =>
  identityOf(item({ title, author: [{ family }], issued: { 'date-parts': [[year]] } }));

describe('identityOf', () => {
  it('is the DOI without case where there is one', () => {
    expect(identityOf(item({ title: 'x', DOI: '10.1000/ABC' }))).toBe('doi:10.1000/abc');
  });

  it('sees through case, accents, punctuation and formatting of the title', () => {
    expect(work('Make It <i>Stick</i>: Über Learning', 'Müller')).toBe(
      work('make it stick uber learning', 'MULLER'),
    );
  });

  it.each([
    work('Make it stick', 'Miller'),
    work('Make it stick', 'Müller', 2021),
    work('Made to stick', 'Müller'),
  ])('tells other works apart', (other) => {
    expect(other).not.toBe(work('Make it stick', 'Müller'));
  });
});
