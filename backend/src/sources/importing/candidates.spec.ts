import fc from 'fast-check';
import { newId } from '../../common';
import { testDatabase, type TestDatabase } from '../../testing/test-database';
import { toDraft } from '../reader/bibliography/to-draft';
import { cleanItem } from '../csl/clean-item';
import type { SourceDraft } from '../reader/reading';
import { ImportRepository } from './import.repository';
import type { KnownSource } from './known-source';
import { type ImportPlan, ImportPlanner } from './plan-import';

let database: TestDatabase;
let imports: ImportRepository;
const owner = newId();

beforeAll(async () => {
  database = await testDatabase();
  imports = new ImportRepository(database.dataSource);
  const user = 'insert into users (id, email) values ($1, $2)';
  await database.dataSource.query(user, [owner, 'a@b.c']);
});

afterAll(() => database.drop());

async function addDocument(): Promise<string> {
  const id = newId();
  await database.dataSource.query(
    `insert into documents (id, owner_id, title, topic, language, type, target_pages, citation_style)
     values ($1, $2, 'T', 'T', 'en', 'essay', 5, 'apa')`,
    [id, owner],
  );
  return id;
}

const LONG = 'The same long title of a work';

const fields = fc.record(
  {
    title: fc.constantFrom('A', 'B', LONG, `${LONG} and another`),
    author: fc.constantFrom([{ family: 'Doe' }], [{ family: 'Doeb' }], undefined),
    issued: fc.constantFrom({ 'date-parts': [[2020]] }, { 'date-parts': [[2021]] }, undefined),
    DOI: fc.constantFrom('10.1000/1', '10.1000/12', undefined),
    abstract: fc.constantFrom('It says so.', undefined),
    opening: fc.constantFrom(`On ${LONG} and another one`, 'See 10.1000/12.', undefined),
  },
  { requiredKeys: ['title'], noNullPrototype: true },
);

function draftOf({ opening, ...facts }: Record<string, unknown>): SourceDraft {
  const draft = toDraft(cleanItem(facts), 'en');
  if (typeof opening !== 'string') return draft;
  const [passage] = toDraft(cleanItem({ title: 'x', abstract: 'A text.' }), 'en').passages;
  const passages = passage === undefined ? [] : [{ ...passage, kind: 'fulltext' as const }];
  return { ...draft, opening, passages };
}

/** The import as it would be with every source of the document in view. */
function inFullView(sources: KnownSource[], drafts: readonly SourceDraft[]): ImportPlan {
  const keys = sources.map(({ key }) => key);
  const counts = { sourceCount: sources.length, passageCount: 0 };
  const planner = new ImportPlanner({ sources, keys, ...counts }, 'en');
  for (const draft of drafts) planner.add(draft);
  return planner.plan;
}

const outline = ({ added, merged }: ImportPlan) =>
  [added, merged].map((sources) =>
    sources.map(({ key, csl, kinds }) => ({ key, csl, kinds: kinds.toSorted() })),
  );

jest.setTimeout(120_000);

describe('an import that sees only candidates', () => {
  it('does the same as one that sees all sources', async () => {
    const files = fc.array(fc.array(fields, { minLength: 1, maxLength: 5 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(files, async (uploads) => {
        const id = await addDocument();
        const known: KnownSource[] = [];
        for (const upload of uploads) {
          const plan = await imports.store(owner, id, upload.map(draftOf));
          const expected = inFullView(known, upload.map(draftOf));
          expect(outline(plan)).toEqual(outline(expected));
          known.push(...expected.added);
        }
      }),
      { numRuns: 150 },
    );
  });
});
