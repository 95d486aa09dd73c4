import { SourcesModule } from '../../sources';
import type { ImportReport } from '../../sources/dto/import-report';
import { StorageModule } from '../../storage';
import { type TestApp, testApp } from '../../testing/test-app';
import { TestClient } from '../../testing/test-client';
import { DocumentsModule } from '../documents.module';
import type { Document } from '../dto/document';
import type { GoneSourceList } from '../dto/merge';

const FIELDS = {
  title: 'Memory',
  topic: 'How learners remember what they have read',
  language: 'en',
  type: 'essay',
  targetPages: 5,
  citationStyle: 'apa',
};

const BIBTEX = `
@article{a, title={The testing effect}, author={Doe, Jane}, date={2020}}
@article{b, title={\\emph{The} effect of testing}, author={Doe, Jane}, date={2020}}
@book{c, title={Another work}, author={Roe, Richard}, year={2001}}`;

jest.setTimeout(60_000);

describe('GET /documents/{id}/gone-sources', () => {
  let target: TestApp;
  let owner: TestClient;
  let path: string;
  let ids: string[];

  beforeAll(async () => {
    target = await testApp({
      features: { imports: [DocumentsModule, SourcesModule, StorageModule] },
      environment: { RATE_LIMIT_DISABLED: 'true' },
    });
    owner = await new TestClient(target).signIn('owner@example.org');
  });

  afterAll(() => target.close());

  beforeEach(async () => {
    const { body } = await owner.send('post', '/documents').send(FIELDS).expect(201);
    path = `/documents/${(body as Document).id}`;
    const { body: report } = await owner
      .send('post', `${path}/sources`)
      .attach('file', Buffer.from(BIBTEX), 'a.bib')
      .expect(201);
    ids = (report as ImportReport).added.map(({ id }) => id);
  });

  const merge = (from = '', into = '') =>
    owner.send('post', `${path}/sources/${from}/merge`).send({ into }).expect(200);
  const gone = async () =>
    ((await owner.send('get', `${path}/gone-sources`).expect(200)).body as GoneSourceList).items;

  it('names those that became one with another until they are had back, the newest first', async () => {
    expect(await gone()).toEqual([]);
    await merge(ids[1], ids[0]);
    await merge(ids[2], ids[0]);
    expect(await gone()).toMatchObject([
      { id: ids[2], key: 'roe2001', title: 'Another work', into: ids[0], sections: 0 },
      { id: ids[1], key: 'doe2020b', title: 'The effect of testing', into: ids[0] },
    ]);
    await owner.send('post', `${path}/sources/${ids[2] ?? ''}/merge/undo`).expect(200);
    expect((await gone()).map(({ id }) => id)).toEqual([ids[1]]);
  });

  it('names none whose other source has gone since, until that one is there again', async () => {
    await merge(ids[1], ids[0]);
    const [first] = await gone();
    await merge(ids[0], ids[2]);
    expect((await gone()).map(({ id }) => id)).toEqual([ids[0]]);
    await owner.send('post', `${path}/sources/${ids[0] ?? ''}/merge/undo`).expect(200);
    expect(await gone()).toEqual([first]);
  });

  it('is told to nobody else', async () => {
    const stranger = await new TestClient(target).signIn('stranger@example.org');
    await stranger.send('get', `${path}/gone-sources`).expect(404);
  });
});
