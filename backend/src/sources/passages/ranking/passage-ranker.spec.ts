import { Logger } from '@nestjs/common';
import { newId } from '../../../common';
import { TcpProxy } from '../../../testing/tcp-proxy';
import { testDatabase, type TestDatabase } from '../../../testing/test-database';
import { TestLibrary } from '../../../testing/test-library';
import { PassageSearch } from '../passage-search';
import { PassageRanker } from './passage-ranker';

let database: TestDatabase;
let library: TestLibrary;
const rankers: PassageRanker[] = [];

beforeAll(async () => {
  Logger.overrideLogger(false);
  database = await testDatabase();
  library = await TestLibrary.create(database.dataSource);
});

afterAll(async () => {
  await Promise.all(rankers.map((ranker) => ranker.onApplicationShutdown()));
  await database.drop();
});

const TITLES = ['Rivers', 'Lakes', 'Ponds', 'Seas', 'Creeks'];
const OTTERS = { title: 'Rivers', abstract: 'Otters eat fish.' };

class MortalRanker extends PassageRanker {
  async endThread(): Promise<void> {
    await Promise.all(this.pool.threads.map((thread) => thread.terminate()));
  }
}

/** The search of one more process. */
function replica(url = database.url) {
  const ranker = new MortalRanker(url);
  rankers.push(ranker);
  const search = new PassageSearch(database.dataSource, ranker);
  const find = async (documentId: string, query: string) => {
    const found = await search.search({ documentId, language: 'en', query, limit: 20 });
    return found.map(({ key }) => key);
  };
  return { ranker, find };
}

describe('freshness', () => {
  it('knows in every process what was imported, corrected and removed since the last search', async () => {
    const [one, other] = [replica(), replica()];
    const id = await library.document('en');
    const both = async (query: string) => [await one.find(id, query), await other.find(id, query)];
    expect(await both('otters')).toEqual([[], []]);
    await library.add(id, [OTTERS]);
    expect(await both('otters')).toEqual([['rivers'], ['rivers']]);
    await library.add(id, [{ title: 'Lakes', abstract: 'An otter swims.' }]);
    expect(await both('otters')).toEqual([
      ['lakes', 'rivers'],
      ['lakes', 'rivers'],
    ]);
    const [rivers = ''] = await library.sourceIds(id, 'rivers');
    await library.edit(id, rivers, { title: 'Beavers' });
    expect(await both('beaver')).toEqual([['rivers'], ['rivers']]);
    await library.remove(id, rivers);
    expect(await both('otters')).toEqual([['lakes'], ['lakes']]);
  });

  it('is not disturbed by what changes nothing that is found', async () => {
    const id = await library.document('en');
    await library.add(id, [OTTERS]);
    const before = await library.revision(id);
    await library.add(id, [{ title: 'Without text' }]);
    const [rivers = ''] = await library.sourceIds(id, 'rivers');
    await library.edit(id, rivers, { year: 1999 });
    expect(await library.revision(id)).toBe(before);
  });
});

describe('PassageRanker', () => {
  it('answers many searches at once, of one document and of several', async () => {
    const { find } = replica();
    const ids = await Promise.all(
      Array.from({ length: 5 }, async (_, index) => {
        const id = await library.document('en');
        await library.add(id, [{ title: TITLES[index], abstract: 'Otters swim.' }]);
        return id;
      }),
    );
    const found = await Promise.all(
      Array.from({ length: 100 }, (_, index) => find(ids[index % 5] ?? '', 'otter')),
    );
    expect(found).toEqual(
      Array.from({ length: 100 }, (_, index) => [TITLES[index % 5]?.toLowerCase()]),
    );
  });

  it('finds nothing in a document that is gone', async () => {
    expect(await replica().find(newId(), 'otters')).toEqual([]);
  });

  it('recovers when its thread dies', async () => {
    const { ranker, find } = replica();
    const id = await library.document('en');
    await library.add(id, [OTTERS]);
    expect(await find(id, 'otter')).toEqual(['rivers']);
    const finding = find(id, 'otter');
    await ranker.endThread();
    expect(await finding).toEqual(['rivers']);
    expect(await find(id, 'otter')).toEqual(['rivers']);
  });

  it('fails while the database is away, and only so long', async () => {
    const proxy = new TcpProxy(new URL(database.url));
    const { find } = replica(await proxy.listen());
    const id = await library.document('en');
    await library.add(id, [OTTERS]);
    proxy.cut();
    await expect(find(id, 'otter')).rejects.toThrow();
    proxy.mend();
    expect(await find(id, 'otter')).toEqual(['rivers']);
    proxy.close();
  });
});
