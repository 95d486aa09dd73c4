import fc from 'fast-check';
import { cleanItem } from '../csl/clean-item';
import { identityOf } from '../csl/identity';
import type { PassageKind } from '../passages/passage';
import type { SourceDraft } from '../reader/reading';
import type { KnownSource } from './known-source';
import { ImportPlanner } from './plan-import';

const passage = (kind: PassageKind, text = 'A sentence.') => ({
  kind,
  text,
  page: kind === 'fulltext' ? 1 : null,
  folded: text,
  heading: '',
  foldedHeading: '',
  configuration: 'english',
});

const draft = (fields: Record<string, unknown>, over: Partial<SourceDraft> = {}): SourceDraft => ({
  csl: cleanItem(fields),
  line: 1,
  pageCount: null,
  passages: [],
  ...over,
});

const work = (title: string, family = 'Doe', year = 2020) => ({
  type: 'book',
  title,
  author: [{ family }],
  issued: { 'date-parts': [[year]] },
});

/** As if every source of the document mattered. */
function planImport(sources: KnownSource[], drafts: SourceDraft[]) {
  const keys = sources.map(({ key }) => key);
  const counts = { sourceCount: sources.length, passageCount: 0 };
  const planner = new ImportPlanner({ sources, keys, ...counts }, 'en');
  for (const one of drafts) planner.add(one);
  return planner.plan;
}

const plan = (known: KnownSource[], ...drafts: SourceDraft[]) => planImport(known, drafts);

const stored = (...drafts: SourceDraft[]) => plan([], ...drafts).added;

describe('planImport', () => {
  it('recognises a work by its DOI whatever else differs', () => {
    const known = stored(draft({ ...work('Working title'), DOI: '10.1000/ABC' }));
    const { added, merged } = plan(known, draft({ ...work('Other'), DOI: '10.1000/abc' }));
    expect(added).toEqual([]);
    expect(merged).toEqual(known);
  });

  it('recognises a work by title, year and first author, and fills what is blank', () => {
    const known = stored(draft({ ...work('A long title'), publisher: 'Known' }));
    const richer = {
      ...work('A LONG TITLE!'),
      publisher: 'Other',
      abstract: 'New.',
      DOI: '10.1000/1',
    };
    const { merged, passages } = plan(known, draft(richer, { passages: [passage('abstract')] }));
    expect(merged[0]?.csl).toMatchObject({
      title: 'A long title',
      publisher: 'Known',
      abstract: 'New.',
      DOI: '10.1000/1',
    });
    expect(passages).toMatchObject([{ sourceId: known[0]?.id, kind: 'abstract', ordinal: 0 }]);
  });

  it('holds two DOIs for two works even under one title', () => {
    const known = stored(draft({ ...work('Same'), DOI: '10.1000/1' }));
    expect(plan(known, draft({ ...work('Same'), DOI: '10.1000/2' })).added).toHaveLength(1);
  });

  it('merges entries of one file with each other', () => {
    const { added, merged } = plan([], draft(work('Twice')), draft(work('Twice')));
    expect([added.length, merged.length]).toEqual([1, 1]);
  });

  it('adds a PDF to the only work whose title it begins with', () => {
    const known = stored(
      draft(work('Spacing effects in learning')),
      draft(work('Retrieval practice and transfer')),
    );
    const pdf = draft(
      { title: 'scan_0042' },
      {
        pageCount: 7,
        passages: [passage('fulltext')],
        opening: 'Journal of Learning 12 SPACING EFFECTS IN LEARNING Jane Doe Abstract',
      },
    );
    const { added, merged } = plan(known, pdf);
    expect(added).toEqual([]);
    expect(merged).toMatchObject([{ key: 'doe2020', pageCount: 7, kinds: ['fulltext'] }]);
    expect(merged[0]?.csl.title).toBe('Spacing effects in learning');
  });

  it('leaves a PDF alone that begins with the titles of two works', () => {
    const known = stored(
      draft(work('Spacing effects in learning')),
      draft(work('Retrieval practice and transfer')),
    );
    const opening = 'On: Spacing effects in learning, and: Retrieval practice and transfer';
    expect(plan(known, draft({ title: 'Review' }, { opening })).added).toHaveLength(1);
  });

  it('keeps the text of a source once it has it', () => {
    const known = stored(draft(work('Once'), { passages: [passage('abstract')] }));
    const again = draft(work('Once'), { passages: [passage('abstract', 'Changed.')] });
    expect(plan(known, again).passages).toEqual([]);
  });

  it('refuses what a full document cannot take, and still merges', () => {
    const known = stored(draft(work('One')), draft(work('Two')));
    const full = Array.from({ length: 5000 }, (_, index) => known[index % 2] ?? known[0]!);
    const { added, merged, refused } = plan(full, draft(work('Three')), draft(work('One')));
    expect([added.length, merged.length]).toEqual([0, 1]);
    expect(refused).toMatchObject([{ line: 1, entry: 'Three', code: 'DOCUMENT_FULL' }]);
  });

  it('leaves every identity and key unique, and forgets no entry', () => {
    const fields = fc.record(
      {
        title: fc.constantFrom('A', 'B', 'The same long title of a work'),
        author: fc.constantFrom([{ family: 'Doe' }], [{ family: 'Roe' }], undefined),
        issued: fc.constantFrom({ 'date-parts': [[2020]] }, { 'date-parts': [[2021]] }, undefined),
        DOI: fc.constantFrom('10.1000/1', '10.1000/2', undefined),
        opening: fc.constantFrom('the same long title of a work', 'doi 10.1000/1', undefined),
      },
      { noNullPrototype: true },
    );
    const files = fc.array(fc.array(fields, { maxLength: 8 }), { maxLength: 4 });
    fc.assert(
      fc.property(files, (imports) => {
        const known: KnownSource[] = [];
        for (const file of imports) {
          const drafts = file.map(({ opening, ...csl }) => draft(csl, opening ? { opening } : {}));
          const { added, merged, refused } = planImport(known, drafts);
          expect(added.length + merged.length + refused.length).toBe(drafts.length);
          known.push(...added);
        }
        expect(new Set(known.map(({ csl }) => identityOf(csl))).size).toBe(known.length);
        expect(new Set(known.map(({ key }) => key)).size).toBe(known.length);
      }),
      { numRuns: 500 },
    );
  });
});
