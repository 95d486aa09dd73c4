import fc from 'fast-check';
import type { CitationItem } from './citation-cluster';
import { parseCitations, renderCitation } from './parse-citations';

const item = (over: Partial<CitationItem>): CitationItem => ({
  key: 'doe2020',
  prefix: '',
  locator: null,
  suffix: '',
  suppressAuthor: false,
  ...over,
});

describe('parseCitations', () => {
  it.each([
    ['[@doe2020]', item({})],
    ['[@doe2020, p. 12]', item({ locator: { label: 'page', value: '12' } })],
    ['[@doe2020, pp. 12–14]', item({ locator: { label: 'page', value: '12-14' } })],
    ['[@doe2020, 33]', item({ locator: { label: 'page', value: '33' } })],
    ['[@doe2020, с. 12]', item({ locator: { label: 'page', value: '12' } })],
    ['[@doe2020, S. 12]', item({ locator: { label: 'page', value: '12' } })],
    ['[@doe2020, chap. 3]', item({ locator: { label: 'chapter', value: '3' } })],
    ['[-@doe2020]', item({ suppressAuthor: true })],
    ['[see @doe2020, p. iv]', item({ prefix: 'see', locator: { label: 'page', value: 'iv' } })],
    [
      '[@doe2020, p. 3, emphasis added]',
      item({ locator: { label: 'page', value: '3' }, suffix: 'emphasis added' }),
    ],
    ['[@doe2020, in passing]', item({ suffix: 'in passing' })],
    ['[@{doe2020}]', item({})],
    ['[@шевченко1840]', item({ key: 'шевченко1840' })],
  ])('reads %s', (markdown, expected) => {
    expect(parseCitations(`Text ${markdown}.`)).toEqual({
      clusters: [{ start: 5, end: 5 + markdown.length, items: [expected] }],
      malformed: [],
    });
  });

  it('reads several keys of one bracket in order', () => {
    const { clusters } = parseCitations('[@a1; see @b2, p. 4; -@c3]');
    expect(clusters[0]?.items.map(({ key }) => key)).toEqual(['a1', 'b2', 'c3']);
  });

  it('leaves mail addresses and escaped signs alone', () => {
    expect(parseCitations('write to a.b@example.org or \\@nobody')).toEqual({
      clusters: [],
      malformed: [],
    });
  });

  it.each([
    'as @doe2020 says',
    '[@doe2020; nothing]',
    '[@a @b]',
    '[@doe2020](https://x.example)',
    '[@ p. 3]',
  ])('gives %s as malformed', (markdown) => {
    const { clusters, malformed } = parseCitations(markdown);
    expect(clusters).toEqual([]);
    expect(malformed).toHaveLength(1);
  });

  it('reads back what renderCitation writes', () => {
    const key = fc.stringMatching(/^[a-z][a-z0-9]{0,12}$/);
    const value = fc.oneof(
      fc.integer({ min: 1, max: 999 }).map(String),
      fc.tuple(fc.nat(500), fc.nat(500)).map(([from, to]) => `${String(from)}-${String(to)}`),
    );
    const items = fc.array(
      fc.record({
        key,
        prefix: fc.constantFrom('', 'see', 'compare also'),
        locator: fc.option(
          fc.record({ label: fc.constantFrom('page' as const, 'chapter' as const), value }),
        ),
        suffix: fc.constantFrom('', 'emphasis added', 'among others'),
        suppressAuthor: fc.boolean(),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(items, (written) => {
        const { clusters, malformed } = parseCitations(`Before ${renderCitation(written)} after.`);
        expect(malformed).toEqual([]);
        expect(clusters.map((cluster) => cluster.items)).toEqual([written]);
      }),
    );
  });

  it('never throws and never gives overlapping places', () => {
    const noise = fc.array(
      fc.oneof(
        fc.string(),
        fc.constantFrom('[', ']', '@', '@key', '-@', ';', ', p. 3', '\n\n', '{', '}'),
      ),
    );
    fc.assert(
      fc.property(noise, (parts) => {
        const { clusters, malformed } = parseCitations(parts.join(''));
        const places = [...clusters, ...malformed].sort((a, b) => a.start - b.start);
        places.slice(1).forEach((place, index) => {
          expect(place.start).toBeGreaterThanOrEqual(places[index]!.end);
        });
      }),
    );
  });

  it('leaves cross-references alone, unless a citation stands in their bracket', () => {
    const none = 'See @fig:one_2, (@tbl:a), [@sec:two] and [as in @eq:x]{lang=fr}.';
    expect(parseCitations(none)).toEqual({ clusters: [], malformed: [] });
    expect(parseCitations('[@doe2020, see @fig:one]').malformed).toHaveLength(1);
    expect(parseCitations('[@fig:one; @doe2020]').clusters[0]?.items).toHaveLength(2);
    expect(parseCitations('@figure:one @fig: x').malformed).toHaveLength(2);
  });
});
