import type { ExistenceCheck, Source } from '../../../api/generated/models';
import { sourceRecord } from '../../../../testing/records';
import { orderSources, type SourceOrder } from './source-order';

const check = (state: ExistenceCheck['state'], retracted = false): ExistenceCheck => ({
  ...{ state, retracted, differences: [], provider: 'openalex' },
  checkedAt: '2026-11-01T10:00:00.000Z',
});

const SOURCES: Source[] = [
  { key: 'a', title: 'Öl', names: [], year: null, check: check('verified') },
  { key: 'b', title: 'Zebra 10', names: ['Zola, Z'], year: 2001, check: null },
  { key: 'c', title: 'Zebra 9', names: ['Adams, A'], year: 2020, check: check('not_found') },
  { key: 'd', title: 'ape', names: ['Émile, E'], year: 1999, check: check('verified', true) },
].map(sourceRecord);

const keys = (order: SourceOrder, language = 'en') =>
  orderSources(SOURCES, order, language)
    .map(({ key }) => key)
    .join('');

describe('orderSources', () => {
  it('leaves them as they came', () => {
    expect(keys('added')).toBe('abcd');
  });

  it('orders titles by the alphabet of the language, and numbers by their size', () => {
    expect(keys('title')).toBe('dacb');
    expect(keys('title', 'sv')).toBe('dcba');
  });

  it('puts works without an author or a year last', () => {
    expect(keys('author')).toBe('cdba');
    expect(keys('year')).toBe('cbda');
  });

  it('puts first what should be looked at', () => {
    expect(keys('urgency')).toBe('dcba');
  });
});
