import type { ExistenceCheck } from '../../../api/generated/models';
import { sourceRecord } from '../../../../testing/records';
import { countStates, filterSources } from './source-filter';

const check = (state: ExistenceCheck['state']): ExistenceCheck => ({
  state,
  differences: [],
  provider: null,
  retracted: null,
  checkedAt: '2026-11-01T10:00:00.000Z',
});

const library = [
  sourceRecord({ key: 'new', check: null }),
  sourceRecord({ key: 'away', check: check('unchecked') }),
  sourceRecord({ key: 'good', check: check('verified'), mandatory: true }),
  sourceRecord({ key: 'slip', check: check('differs'), status: 'reference_only' }),
  sourceRecord({ key: 'made-up', check: check('not_found') }),
];

const keys = (...parameters: Parameters<typeof filterSources>) =>
  filterSources(...parameters).map(({ key }) => key);

describe('the filter of sources', () => {
  it('counts each state', () => {
    expect(countStates(library)).toEqual({
      all: 5,
      needsCheck: 2,
      differs: 1,
      notFound: 1,
      mandatory: 1,
      referenceOnly: 1,
    });
  });

  it('takes a check without an answer for none', () => {
    expect(keys(library, 'needsCheck', '')).toEqual(['new', 'away']);
  });

  it('wants every word, wherever it stands', () => {
    const other = sourceRecord({ key: 'doe2001', title: 'Recall', authors: ['Jane Doe'] });
    const all = [...library, other];
    expect(keys(all, 'all', 'recall  DOE')).toEqual(['doe2001']);
    expect(keys(all, 'all', 'recall roediger')).toEqual([]);
    expect(keys(all, 'mandatory', 'karpicke 2006')).toEqual(['good']);
  });
});
