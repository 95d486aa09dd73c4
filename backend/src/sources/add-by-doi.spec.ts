import type { Faults } from '../testing/providers/reply';
import { RECALL, TAKEN_BACK, THESIS } from '../testing/providers/work-fixtures';
import { SourcesFixture } from '../testing/providers/sources-fixture';
import { testApp } from '../testing/test-app';
import { TestClient } from '../testing/test-client';
import type { ImportReport } from './dto/import-report';
import { SourcesModule } from './sources.module';

let sources: SourcesFixture;
let owner: TestClient;

beforeAll(async () => {
  sources = await SourcesFixture.start();
  ({ owner } = sources);
});

afterAll(() => sources.stop());

beforeEach(() => sources.server.fail({}));

jest.setTimeout(30_000);

const addDocument = () => sources.document();

const add = (documentId: string, doi: unknown) =>
  owner.send('post', `/documents/${documentId}/sources`, { doi });

const down = (...names: (keyof Faults)[]): Faults =>
  Object.fromEntries(names.map((name) => [name, { kind: 'html' }]));

describe('POST /documents/{id}/sources with a DOI', () => {
  it('adds the work, once, however the DOI is written', async () => {
    const id = await addDocument();
    const { body } = await add(id, ` https://doi.org/${RECALL.doi.toUpperCase()} `).expect(201);
    expect(body).toMatchObject({
      added: [
        {
          key: 'testova2019',
          title: RECALL.title,
          authors: ['Ada Testova'],
          year: 2019,
          container: RECALL.container,
          // its abstract is there to write from
          status: 'ready',
        },
      ],
      merged: [],
      refused: [],
    });
    for (const doi of [RECALL.doi, `doi:${RECALL.doi}`, `DOI ${RECALL.doi.toUpperCase()}.`]) {
      const again = (await add(id, doi).expect(201)).body as ImportReport;
      expect([again.added.length, again.merged.length]).toEqual([0, 1]);
    }
  });

  it.each([
    ['a work that nobody knows', '10.5555/invented', 'SOURCE_NOT_FOUND'],
    ['a retracted work', TAKEN_BACK.doi, 'SOURCE_UNUSABLE'],
    ['a thesis', THESIS.doi, 'SOURCE_UNUSABLE'],
    ['what is no DOI', 'a book about trains', 'VALIDATION_FAILED'],
    ['a number', 7, 'VALIDATION_FAILED'],
    ['a character that cannot be stored', '10.5555/a\u0000b', 'VALIDATION_FAILED'],
  ])('refuses %s and says why', async (_, doi, code) => {
    const id = await addDocument();
    // what Semantic Scholar knows of theses and retractions is nothing
    if (code === 'SOURCE_UNUSABLE') await sources.server.fail(down('semantic_scholar'));
    const { body } = await add(id, doi).expect(422);
    expect(body).toMatchObject({ code });
    const list = await owner.send('get', `/documents/${id}/sources`).expect(200);
    expect(list.body).toMatchObject({ total: 0 });
  });

  it('learns of a retraction from those who know of them', async () => {
    const id = await addDocument();
    const { body } = await add(id, TAKEN_BACK.doi).expect(422);
    expect(body).toMatchObject({ code: 'SOURCE_UNUSABLE' });
  });

  it('does not say that there is no such work while somebody who may know it is silent', async () => {
    const id = await addDocument();
    await sources.server.fail(down('openalex'));
    const answer = await add(id, '10.5555/unknown.too').expect(503);
    expect(answer.body).toMatchObject({ code: 'UNAVAILABLE' });
    expect(answer.headers['retry-after']).toBe('60');
  });

  it('finds a work in whoever answers', async () => {
    const id = await addDocument();
    await sources.server.fail(down('semantic_scholar', 'openalex'));
    await add(id, RECALL.doi).expect(201);
  });

  // last, since the other replica takes the sign-in of this process with it
  it('says so where nobody is to be asked', async () => {
    const alone = await testApp({
      features: { imports: [SourcesModule] },
      replicaOf: sources.target,
    });
    const id = await addDocument();
    const client = new TestClient(alone);
    client.accessToken = owner.accessToken;
    const path = `/documents/${id}/sources`;
    const { body } = await client.send('post', path, { doi: RECALL.doi }).expect(422);
    expect(body).toMatchObject({ code: 'NO_PROVIDERS' });
    await alone.close();
  });
});
