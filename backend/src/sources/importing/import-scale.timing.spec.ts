import { newId } from '../../common';
import { testDatabase, type TestDatabase } from '../../testing/test-database';
import { EditRepository } from '../editing/edit.repository';
import { readBibliography } from '../reader/bibliography/read-bibliography';
import type { SourceDraft } from '../reader/reading';
import { ImportRepository } from './import.repository';

let database: TestDatabase;
let imports: ImportRepository;
let edits: EditRepository;
const owner = newId();

beforeAll(async () => {
  database = await testDatabase();
  imports = new ImportRepository(database.dataSource);
  edits = new EditRepository(database.dataSource);
  const user = 'insert into users (id, email) values ($1, $2)';
  await database.dataSource.query(user, [owner, 'a@b.c']);
});

afterAll(() => database.drop());

const entry = (index: number) =>
  `@article{k, title={Study number ${String(index)} of what is learnt}, author={Doe, J.},
    year=${String(1900 + (index % 120))}, doi={10.1000/${String(index)}}, abstract={It says. So.}}`;

const read = (from: number, count: number) =>
  readBibliography(
    Array.from({ length: count }, (_, index) => entry(from + index)).join('\n'),
    'bibtex',
    'en',
  ).drafts;

async function documentOf(sources: number): Promise<string> {
  const id = newId();
  await database.dataSource.query(
    `insert into documents (id, owner_id, title, topic, language, type, target_pages, citation_style)
     values ($1, $2, 'T', 'T', 'en', 'essay', 5, 'apa')`,
    [id, owner],
  );
  await imports.store(owner, id, read(0, sources));
  return id;
}

/** What the reader makes of a PDF of 30 pages that the document does not know yet. */
function pdf(number: number): SourceDraft[] {
  const text = 'Practice at recalling material makes it last longer than reading it. '.repeat(8);
  const title = `Paper ${String(number)}`;
  const [draft] = readBibliography(
    `@misc{p, title={${title}}, abstract={${text}}}`,
    'bibtex',
    'en',
  ).drafts;
  const [passage] = draft?.passages ?? [];
  if (draft === undefined || passage === undefined) throw new Error('nothing read');
  const passages = Array.from({ length: 90 }, (_, index) => ({
    ...passage,
    kind: 'fulltext' as const,
    page: Math.floor(index / 3) + 1,
  }));
  const words = Array.from({ length: 600 }, (_, index) => `word${String((index * number) % 997)}`);
  return [{ ...draft, pageCount: 30, passages, opening: `${title} ${words.join(' ')}` }];
}

const median = (times: number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;

/** How much longer something takes with the large document, by the medians of turns in between. */
async function ratioOf(name: string, act: (large: boolean, turn: number) => Promise<unknown>) {
  const times = { small: [] as number[], large: [] as number[] };
  for (let turn = 0; turn < 24; turn += 1) {
    for (const size of ['small', 'large'] as const) {
      const started = performance.now();
      await act(size === 'large', turn);
      if (turn >= 3) times[size].push(performance.now() - started);
    }
  }
  const [small, large] = [median(times.small), median(times.large)];
  const figures = `10 sources ${small.toFixed(1)} ms, 5,000 sources ${large.toFixed(1)} ms`;
  process.stdout.write(`${name}: ${figures}, ratio ${(large / small).toFixed(2)}\n`);
  return large / small;
}

jest.setTimeout(120_000);

describe('changes of a document with many sources', () => {
  it('take about as long as with few', async () => {
    const [small, large] = [await documentOf(10), await documentOf(4950)];
    await database.dataSource.query('analyze');
    const document = (isLarge: boolean) => (isLarge ? large : small);
    const adding = await ratioOf('adding a PDF', (isLarge, turn) =>
      imports.store(owner, document(isLarge), pdf(turn)),
    );
    const [one, other] = await Promise.all([small, large].map(firstSource));
    const editing = await ratioOf('editing a source', (isLarge, turn) =>
      edits.store(owner, document(isLarge), (isLarge ? other : one) ?? '', {
        title: `Edited in turn ${String(turn)}`,
      }),
    );
    expect(adding).toBeLessThanOrEqual(3);
    expect(editing).toBeLessThanOrEqual(3);
  });
});

async function firstSource(documentId: string): Promise<string> {
  const [row] = await database.dataSource.query<{ id: string }[]>(
    'select id from sources where document_id = $1 order by id limit 1',
    [documentId],
  );
  return row?.id ?? '';
}
