import { PassageSearch } from '../../sources';
import { PassageRanker } from '../../sources/passages/ranking/passage-ranker';
import { checkedText } from '../../testing/checks/checked-text';
import { longTurns } from '../../testing/long-turns';
import { type TestDatabase, testDatabase } from '../../testing/test-database';
import { TestLibrary } from '../../testing/test-library';
import { OverlapCheck } from './overlap.check';

jest.setTimeout(120_000);

const SOURCES = 200;
const PASSAGES = 20_000;
/** 350 words a page, 200 pages, 100 sections. */
const WORDS_A_SECTION = 700;

let database: TestDatabase;
let ranker: PassageRanker;
let documentId: string;

/** Passages of 60 words, which are the rarer the higher their number (Zipf's law). */
const FILL = `insert into passages (id, document_id, source_id, ordinal, kind, text)
  select gen_random_uuid(), $1, ($2::uuid[])[1 + n % $3], n / $3, 'fulltext',
    (select string_agg('word' || round(2000 ^ random())::text, ' ') from generate_series(1, 60) where n = n)
  from generate_series(0, $4 - 1) as n`;

beforeAll(async () => {
  database = await testDatabase();
  ranker = new PassageRanker(database.url);
  const library = await TestLibrary.create(database.dataSource);
  documentId = await library.document('en');
  const titles = Array.from({ length: SOURCES }, (_, index) => ({
    title: `Title ${String(index)}`,
  }));
  await library.add(documentId, titles);
  const rows = await database.dataSource.query<{ id: string }[]>(
    'select id from sources where document_id = $1',
    [documentId],
  );
  const ids = rows.map(({ id }) => id);
  await database.dataSource.query(FILL, [documentId, ids, SOURCES, PASSAGES]);
});

afterAll(async () => {
  await ranker.onApplicationShutdown();
  await database.drop();
});

/** Words with gaps, so that nothing of it is in the library but what is put in. */
function pages(copied: string): string[] {
  return Array.from({ length: 100 }, (_, section) => {
    const words = Array.from(
      { length: WORDS_A_SECTION },
      (__, at) => `word${String(((section * 31 + at * 17) % 1999) + 1)}`,
    );
    return `${words.slice(0, 350).join(' ')}\n\n${section === 50 ? copied : ''}\n\n${words.slice(350).join(' ')}`;
  });
}

describe('the comparison of 200 pages with 20,000 passages', () => {
  it('finds what was copied in under 3 seconds, in short turns', async () => {
    const [passage] = await database.dataSource.query<{ id: string; text: string }[]>(
      'select id, text from passages where document_id = $1 order by id limit 1 offset 9000',
      [documentId],
    );
    const search = new PassageSearch(database.dataSource, ranker);
    const text = checkedText(pages(passage?.text ?? ''), { document: { id: documentId } });
    const started = performance.now();
    const before = process.threadCpuUsage();
    let outcome = {};
    const turns = await longTurns(async () => {
      outcome = await new OverlapCheck(search).check(text);
    });
    const took = performance.now() - started;
    const { user, system } = process.threadCpuUsage(before);
    const busy = (user + system) / 1000;
    process.stdout.write(
      `overlap: ${took.toFixed(0)} ms, of them ${busy.toFixed(0)} ms busy; longest turn ${String(turns[0])} ms\n`,
    );
    expect(outcome).toMatchObject({
      state: 'failed',
      findings: [{ sectionId: 's51', passage: { id: passage?.id } }],
    });
    // its own work: the time on the clock is also that of others on the machine
    expect(busy).toBeLessThan(3000);
    expect(turns[Math.floor(turns.length / 100)]).toBeLessThan(10);
  });
});
