import type { Bibliography } from '../../api/generated/models';
import { sourceRecord } from '../../../testing/records';
import type { CitationItem } from '../../ui/prose/prose-model';
import { citationLabel } from './citation-label';

const item = (over: Partial<CitationItem> = {}): CitationItem => ({
  key: 'roediger2006',
  prefix: '',
  locator: null,
  suffix: '',
  suppressAuthor: false,
  ...over,
});

const sources = new Map(
  [
    sourceRecord(),
    sourceRecord({ key: 'bjork1994', authors: ['Robert A. Bjork'], year: 1994 }),
    sourceRecord({
      key: 'dunlosky2013',
      authors: ['John Dunlosky', 'Katherine A. Rawson', 'Elizabeth J. Marsh'],
      year: 2013,
    }),
    sourceRecord({
      key: 'groot1965',
      authors: ['Adriaan D. de Groot', 'Henry L. Roediger III'],
      year: 1965,
    }),
    sourceRecord({ key: 'anon', authors: [], title: 'A report', year: null }),
  ].map((source) => [source.key, source]),
);

describe('citationLabel', () => {
  it.each<[string, CitationItem[]]>([
    ['(Roediger & Karpicke, 2006)', [item()]],
    ['(Bjork, 1994, p. 12)', [item({ key: 'bjork1994', locator: { label: 'page', value: '12' } })]],
    [
      '(Dunlosky et al., 2013, pp. 4–9)',
      [item({ key: 'dunlosky2013', locator: { label: 'page', value: '4-9' } })],
    ],
    ['(de Groot & Roediger, 1965)', [item({ key: 'groot1965' })]],
    ['(“A report”, n.d.)', [item({ key: 'anon' })]],
    ['(2006)', [item({ suppressAuthor: true })]],
    [
      '(see Bjork, 1994; Roediger & Karpicke, 2006)',
      [item({ key: 'bjork1994', prefix: 'see' }), item()],
    ],
    ['(gone1999?)', [item({ key: 'gone1999' })]],
  ])('gives %s', (label, items) => {
    expect(citationLabel(items, sources, null)).toBe(label);
  });

  it('gives the number of the bibliography in a numeric style', () => {
    const bibliography: Bibliography = {
      citationStyle: 'ieee',
      entries: [{ key: 'bjork1994', label: '[3]', text: 'R. A. Bjork …' }],
    };
    const items = [item({ key: 'bjork1994', locator: { label: 'page', value: '12' } })];
    expect(citationLabel(items, sources, bibliography)).toBe('[3], p. 12');
  });
});
