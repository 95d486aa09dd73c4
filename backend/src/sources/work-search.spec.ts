import { RECALL, TAKEN_BACK } from '../testing/providers/work-fixtures';
import { SourcesFixture } from '../testing/providers/sources-fixture';
import { TestClient } from '../testing/test-client';
import type { FoundWorks } from './dto/found-works';

let sources: SourcesFixture;
let owner: TestClient;
let path: string;

beforeAll(async () => {
  sources = await SourcesFixture.start();
  ({ owner } = sources);
});

afterAll(() => sources.stop());

beforeEach(async () => {
  await sources.server.fail({});
  path = `/documents/${await sources.document()}/sources`;
});

jest.setTimeout(30_000);

const search = async (query: string, limit = 10) => {
  const parameters = new URLSearchParams({ query, limit: String(limit) }).toString();
  const { body } = await owner.send('get', `${path}/search?${parameters}`).expect(200);
  return body as FoundWorks;
};

describe('GET /documents/{id}/sources/search', () => {
  it('finds works, and says who knew what', async () => {
    const { items, asked } = await search('recalling night train', 1);
    expect(items).toEqual([
      {
        title: RECALL.title,
        authors: ['Ada Testova'],
        year: 2019,
        type: 'article-journal',
        container: RECALL.container,
        doi: RECALL.doi,
        provider: 'semantic_scholar',
        retracted: null,
        alreadyInLibrary: false,
      },
    ]);
    expect(asked).toEqual([{ provider: 'semantic_scholar', outcome: 'found', found: 1 }]);
  });

  it('tells what is in the library already', async () => {
    await owner.send('post', path, { doi: RECALL.doi }).expect(201);
    const { items } = await search('recalling on a night train', 1);
    expect(items).toMatchObject([{ doi: RECALL.doi, alreadyInLibrary: true }]);
  });

  it('never confuses an empty answer, a failed call and a spent budget', async () => {
    await sources.server.fail({
      semantic_scholar: { kind: 'html' },
      openalex: { kind: 'status', status: 429, headers: { 'retry-after': '54000' } },
    });
    const { items, asked } = await search('zebras crossing quietly');
    expect(items).toEqual([]);
    expect(asked).toEqual([
      { provider: 'semantic_scholar', outcome: 'failed', found: 0 },
      { provider: 'openalex', outcome: 'spent', found: 0 },
      { provider: 'crossref', outcome: 'empty', found: 0 },
      { provider: 'arxiv', outcome: 'empty', found: 0 },
    ]);
  });

  it('marks retracted works and leaves theses out', async () => {
    await sources.server.fail({ semantic_scholar: { kind: 'html' }, openalex: { kind: 'html' } });
    const retracted = await search('sleeping on a book reading', 1);
    expect(retracted.items).toMatchObject([{ doi: TAKEN_BACK.doi, retracted: true }]);
    const thesis = await search('dissertation about reading on night trains', 1);
    expect(thesis.items.filter(({ type }) => type === 'thesis')).toEqual([]);
    expect(thesis.asked).toContainEqual({ provider: 'crossref', outcome: 'empty', found: 0 });
  });

  it.each(['query=ab', '', 'query=night&limit=0', 'query=night&limit=26', 'query=a%00b'])(
    'wants words to look for: %s',
    async (query) => {
      const { body } = await owner.send('get', `${path}/search?${query}`).expect(422);
      expect(body).toMatchObject({ code: 'VALIDATION_FAILED' });
    },
  );

  it('is not there for anyone but the owner of the document', async () => {
    const stranger = await new TestClient(sources.target).signIn('stranger@example.org');
    await stranger.send('get', `${path}/search?query=night`).expect(404);
    await new TestClient(sources.target).send('get', `${path}/search?query=night`).expect(401);
  });
});
