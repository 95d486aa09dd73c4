import fc from 'fast-check';
import { citedPlaces, parseCitations, renderCitation } from '../citations';
import { carryEvidence } from './carry-evidence';
import type { CitationEvidence } from './section-text';

const KEYS = ['doe2020', 'roe2021', 'poe1999'];
const idOf = new Map(KEYS.map((key) => [key, `id of ${key}`]));

interface Cited {
  key: string;
  page: number | null;
  passageId: string;
}

interface Statement {
  words: string[];
  cited: Cited[];
}

const rest = ({ key, page, passageId }: Cited): CitationEvidence => ({
  sourceId: idOf.get(key) ?? '',
  passageId,
  locator: page === null ? null : String(page),
  quotation: 'words',
  start: 0,
  end: 5,
  state: 'supported',
  score: 1,
  modelChecked: false,
});

const cluster = (cited: readonly Cited[]): string =>
  renderCitation(
    cited.map(({ key, page }) => ({
      key,
      prefix: '',
      locator: page === null ? null : { label: 'page', value: String(page) },
      suffix: '',
      suppressAuthor: false,
    })),
  );

const sentence = ({ words, cited }: Statement): string =>
  `Then ${words.join(' ')}${cited.length > 0 ? ` ${cluster(cited)}` : ''}.`;

const render = (paragraphs: readonly (readonly Statement[])[]): string =>
  paragraphs.map((all) => all.map(sentence).join(' ')).join('\n\n');

const evidenceIn = (paragraphs: readonly (readonly Statement[])[]) =>
  paragraphs.flat().flatMap(({ cited }) => cited.map(rest));

/** Statements of their own words, each with a passage of its own for every source it cites. */
const statements = fc
  .array(
    fc.record({
      count: fc.integer({ min: 4, max: 9 }),
      cited: fc.uniqueArray(
        fc.record({
          key: fc.constantFrom(...KEYS),
          page: fc.option(fc.integer({ min: 1, max: 3 })),
        }),
        { maxLength: 3, selector: ({ key }) => key },
      ),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((all) =>
    all.map(({ count, cited }, index): Statement => ({
      words: Array.from({ length: count }, (_, place) => `word${String(index)}x${String(place)}`),
      cited: cited.map((one) => ({ ...one, passageId: `${one.key} ${String(index)}` })),
    })),
  );

const inParagraphs = (all: readonly Statement[], sizes: readonly number[]): Statement[][] => {
  const paragraphs: Statement[][] = [];
  let from = 0;
  for (const size of sizes) {
    paragraphs.push(all.slice(from, from + size));
    from += size;
  }
  return [...paragraphs, all.slice(from)].filter((some) => some.length > 0);
};

const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 6 });

function carried(before: readonly Statement[][], content: string) {
  const text = { content: render(before), evidence: evidenceIn(before) };
  return carryEvidence(content, text, idOf, 'en').map(({ evidence }) => evidence);
}

/** No citation lost, none on another source than it names. */
function expectOwnSources(content: string, evidence: readonly CitationEvidence[]): void {
  const named = citedPlaces(content, 'en').map(({ item }) => idOf.get(item.key));
  expect(evidence.map(({ sourceId }) => sourceId)).toEqual(named);
}

describe('the evidence of citations in an edited text', () => {
  it('goes with its sentence, wherever that is moved', () => {
    fc.assert(
      fc.property(
        statements.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all), sizes, sizes),
        ),
        ([all, moved, first, second]) => {
          const after = inParagraphs(moved, second);
          const evidence = carried(inParagraphs(all, first), render(after));
          expect(evidence).toEqual(evidenceIn(after));
        },
      ),
    );
  });

  it('stays with each citation when two brackets become one', () => {
    fc.assert(
      fc.property(statements, (all) => {
        const cited = all.filter((one) => one.cited.length === 2);
        const parted = cited.map((one) => {
          const [first, second] = one.cited.map((single) => cluster([single]));
          return `Then ${one.words.join(' ')} ${first ?? ''} ${second ?? ''}.`;
        });
        const before = { content: parted.join(' '), evidence: evidenceIn([cited]) };
        const joined = render([cited]);
        const evidence = carryEvidence(joined, before, idOf, 'en').map((one) => one.evidence);
        expect(evidence).toEqual(evidenceIn([cited]));
      }),
    );
  });

  it('is not touched by the deletion of another citation, or by another order in a bracket', () => {
    fc.assert(
      fc.property(statements, fc.constantFrom(...KEYS), (all, gone) => {
        const after = all.map((one) => ({
          ...one,
          cited: one.cited.filter(({ key }) => key !== gone).reverse(),
        }));
        const evidence = carried([all], render([after]));
        expect(evidence).toEqual(evidenceIn([after]));
      }),
    );
  });

  it('goes to both parts of a sentence that is divided', () => {
    fc.assert(
      fc.property(statements, (all) => {
        const parts = all.map(({ words, cited }) => {
          const half = Math.ceil(words.length / 2);
          return [words.slice(0, half), words.slice(half)].map((some) => ({ words: some, cited }));
        });
        const content = render(parts);
        const evidence = carried([all], content);
        expectOwnSources(content, evidence);
        expect(evidence).toEqual(evidenceIn(parts));
      }),
    );
  });

  it('never passes to another source, whatever is done to the text', () => {
    const noise = fc.array(
      fc.constantFrom(
        '[@doe2020]',
        '[@roe2021, p. 2]',
        '; ',
        '. ',
        '\n\n',
        'Then word0x1 word0x2 ',
        '[@poe1999; @doe2020]',
      ),
    );
    fc.assert(
      fc.property(statements, noise, (all, parts) => {
        const content = parts.join('');
        const evidence = carried([all], content);
        expectOwnSources(content, evidence);
        const known = new Set(all.flatMap(({ cited }) => cited.map(({ passageId }) => passageId)));
        for (const { passageId, sourceId } of evidence) {
          if (passageId === null) continue;
          expect(known).toContain(passageId);
          expect(`id of ${passageId}`.startsWith(sourceId)).toBe(true);
        }
        expect(parseCitations(content).clusters.flatMap(({ items }) => items)).toHaveLength(
          evidence.length,
        );
      }),
    );
  });

  it('tells two citations of one source in one sentence apart', () => {
    const content =
      'Rereading feels fluent to students [@doe2020], but tests slow forgetting [@doe2020].';
    const [fluent, slow] = ['fluent', 'slow'].map((passageId) =>
      rest({ key: 'doe2020', page: null, passageId }),
    );
    const turned =
      'Tests slow forgetting [@doe2020], but rereading feels fluent to students [@doe2020].';
    const before = { content, evidence: [fluent!, slow!] };
    const after = carryEvidence(turned, before, idOf, 'en');
    expect(after.map(({ evidence }) => evidence.passageId)).toEqual(['slow', 'fluent']);
  });

  it('is the source as a whole for a citation in a new sentence, or of another page', () => {
    const before = [
      [
        {
          words: ['tests', 'slow', 'forgetting', 'down'],
          cited: [{ key: 'doe2020', page: 3, passageId: 'p' }],
        },
      ],
    ];
    const content =
      'Something else entirely [@doe2020, p. 3]. Then tests slow forgetting down [@doe2020, p. 4].';
    expect(carried(before, content)).toMatchObject([
      { passageId: null, quotation: null, state: 'unchecked', locator: '3' },
      { passageId: null, quotation: null, state: 'unchecked', locator: '4' },
    ]);
  });
});
