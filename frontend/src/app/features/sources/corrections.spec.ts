import { sourceRecord } from '../../../testing/records';
import { correctionOf, type Difference } from './corrections';

const correction = (field: Difference['field'], theirs: string) =>
  correctionOf(sourceRecord(), { field, yours: 'mine', theirs });

describe('correctionOf', () => {
  it.each([
    ['title', 'Testing', { title: 'Testing' }],
    ['year', '2019', { year: 2019 }],
    ['container', 'Memory', { container: 'Memory' }],
    ['doi', '10.1000/182', { doi: '10.1000/182' }],
  ] as const)('makes the %s theirs', (field, theirs, edit) => {
    expect(correction(field, theirs)).toEqual(edit);
  });

  it('replaces the first author only', () => {
    expect(correction('author', 'Roediger, H. L.')).toEqual({
      authors: ['Roediger, H. L.', 'Karpicke, Jeffrey D.'],
    });
  });

  it('takes away a DOI that does not exist', () => {
    expect(correction('doi', '')).toEqual({ doi: null });
  });
});
