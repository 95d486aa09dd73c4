import fc from 'fast-check';
import { parseCitations, renderCitation } from './parse-citations';
import { replaceKey, rewriteCitations } from './rewrite-citations';

const KEYS = ['doe2020', 'roe2021', 'poe1999', 'lee2005'];

const item = fc.record({
  key: fc.constantFrom(...KEYS),
  prefix: fc.constantFrom('', 'see'),
  locator: fc.option(
    fc.record({ label: fc.constant('page' as const), value: fc.constantFrom('3', '12-14') }),
  ),
  suffix: fc.constantFrom('', 'emphasis added'),
  suppressAuthor: fc.boolean(),
});

const words = fc
  .array(fc.constantFrom('memory', 'tests', 'пам’ять', 'über', 'Ⅻ', '𝛼', '(sic)', '—'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((all) => all.join(' '));

/** Text with citations, as a writer leaves it. */
const text = fc
  .array(fc.tuple(words, fc.option(fc.array(item, { minLength: 1, maxLength: 3 }))), {
    maxLength: 8,
  })
  .map((sentences) =>
    sentences
      .map(([said, items]) => `${said}${items ? ` ${renderCitation(items)}` : ''}.`)
      .join(' '),
  );

const itemsIn = (markdown: string) =>
  parseCitations(markdown).clusters.flatMap(({ items }) => items);

const proseOf = (markdown: string) => markdown.replace(/\s*\[[^[\]]*@[^[\]]*\]/g, '');

describe('rewriting citations', () => {
  it('leaves what is not to be changed as it was written', () => {
    const odd = 'One [@{doe2020},p.3], two [see   @roe2021 , pp. 3 – 5].';
    expect(rewriteCitations(odd, (items) => items)).toBe(odd);
    expect(replaceKey(odd, 'poe1999', 'lee2005')).toBe(odd);
  });

  it('takes an empty bracket away with its space', () => {
    expect(rewriteCitations('A claim [@doe2020]. Next.', () => [])).toBe('A claim. Next.');
  });

  it('cites a source once in a bracket where two have become one', () => {
    expect(replaceKey('A [@doe2020; @roe2021].', 'doe2020', 'roe2021')).toBe('A [@roe2021].');
    expect(replaceKey('A [@doe2020, p. 3; @roe2021].', 'doe2020', 'roe2021')).toBe(
      'A [@roe2021, p. 3; @roe2021].',
    );
  });

  it('replaces one key and touches no other citation, and no word, of any text', () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom(...KEYS),
        fc.constantFrom(...KEYS),
        (markdown, from, to) => {
          const before = itemsIn(markdown);
          const replaced = replaceKey(markdown, from, to);
          const after = itemsIn(replaced);
          expect(proseOf(replaced)).toBe(proseOf(markdown));
          if (from !== to) expect(after.filter(({ key }) => key === from)).toEqual([]);
          const others = (items: typeof before) =>
            items.filter(({ key }) => key !== from && key !== to);
          expect(others(after)).toEqual(others(before));
          // Every place that cited the one still cites the other
          const brackets = (all: string, keys: string[]) =>
            parseCitations(all).clusters.map(({ items }) =>
              items.some(({ key }) => keys.includes(key)),
            );
          expect(brackets(replaced, [to])).toEqual(brackets(markdown, [from, to]));
        },
      ),
    );
  });

  it('gives every remaining citation its neighbours back in the same order', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...KEYS), (markdown, gone) => {
        const kept = rewriteCitations(markdown, (items) => items.filter(({ key }) => key !== gone));
        expect(itemsIn(kept)).toEqual(itemsIn(markdown).filter(({ key }) => key !== gone));
        expect(proseOf(kept)).toBe(proseOf(markdown));
        expect(parseCitations(kept).malformed).toEqual([]);
      }),
    );
  });
});
