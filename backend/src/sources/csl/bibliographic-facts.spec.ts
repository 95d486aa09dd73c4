import { displayName, invertedName, printedPagesOf } from './bibliographic-facts';

const pages = (page: string) => printedPagesOf({ id: '', type: 'article', page });

describe('printedPagesOf', () => {
  it.each([
    ['249-255', { first: 249, last: 255 }],
    ['249–255', { first: 249, last: 255 }],
    ['249--255', { first: 249, last: 255 }],
    ['1123-8', { first: 1123, last: 1128 }],
    ['249', null],
    ['e12-e15', null],
    ['12, 15-18', null],
    ['255-249', null],
    ['1-99999', null],
  ])('reads %s', (page, expected) => {
    expect(pages(page)).toEqual(expected);
  });
});

describe('displayName', () => {
  it.each([
    [
      { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
      'Ludwig van Beethoven',
    ],
    [{ family: 'Roediger', given: 'Henry L.', suffix: 'III' }, 'Henry L. Roediger III'],
    [{ literal: 'UNESCO' }, 'UNESCO'],
  ])('writes %j in reading order', (name, expected) => {
    expect(displayName(name)).toBe(expected);
  });
});

describe('invertedName', () => {
  it.each([
    [
      { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
      'van Beethoven, Ludwig',
    ],
    [{ family: 'Roediger', given: 'Henry L.', suffix: 'III' }, 'Roediger, Henry L., III'],
    [{ family: 'Plato' }, 'Plato'],
    [{ literal: 'UNESCO' }, 'UNESCO'],
  ])('writes %j as an edit takes it', (name, expected) => {
    expect(invertedName(name)).toBe(expected);
  });
});
