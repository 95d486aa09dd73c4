import { sourceRecord } from '../../../../../testing/records';
import { findSources } from './find-sources';
import { pageLocator, splitQuery } from './page-locator';

describe('a place in a source', () => {
  it.each([
    ['12', '12'],
    [' 12 – 14 ', '12-14'],
    ['3, 7-9', '3, 7-9'],
    ['IV', 'iv'],
  ])('reads %s', (typed, value) => {
    expect(pageLocator(typed)).toEqual({ label: 'page', value });
  });

  it('tells no place from what is none', () => {
    expect(pageLocator('  ')).toBeNull();
    expect(pageLocator('everywhere')).toBeUndefined();
  });

  it('takes a page behind the last comma of a query', () => {
    expect(splitQuery('roediger, karpicke, 12')).toEqual({
      words: 'roediger, karpicke',
      page: '12',
    });
    expect(splitQuery('roediger, karpicke')).toEqual({ words: 'roediger, karpicke', page: '' });
  });
});

describe('looking for a source', () => {
  const sources = [
    sourceRecord(),
    sourceRecord({
      id: '2',
      key: 'čapek1920',
      authors: ['Karel Čapek'],
      title: 'R.U.R.',
      year: 1920,
    }),
  ];

  it.each([
    ['roed 2006', ['roediger2006']],
    ['capek', ['čapek1920']],
    ['enhanced', ['roediger2006']],
    ['nobody', []],
    ['', ['roediger2006', 'čapek1920']],
  ])('finds by %s', (words, keys) => {
    expect(findSources(sources, words).map(({ key }) => key)).toEqual(keys);
  });
});
