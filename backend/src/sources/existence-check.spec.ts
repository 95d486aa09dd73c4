import { newId } from '../common';
import type { Faults } from '../testing/providers/reply';
import { RECALL, TAKEN_BACK } from '../testing/providers/work-fixtures';
import { SourcesFixture } from '../testing/providers/sources-fixture';
import { testApp } from '../testing/test-app';
import { TestClient } from '../testing/test-client';
import type { ExistenceCheck } from './dto/existence-check';
import type { ImportReport } from './dto/import-report';
import { SourcesModule } from './sources.module';

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

jest.setTimeout(60_000);

const REAL = {
  title: RECALL.title,
  author: 'Testova, Ada',
  year: '2019',
  journal: RECALL.container,
};

const bring = async (fields: Record<string, string>) => {
  const facts = Object.entries(fields).map(([name, value]) => `${name} = {${value}}`);
  const { body } = await owner
    .send('post', path)
    .attach('file', Buffer.from(`@article{x, ${facts.join(', ')}}`), 'x.bib')
    .expect(201);
  const { added, merged } = body as ImportReport;
  return (added[0] ?? merged[0])?.id ?? '';
};

const check = async (fields: Record<string, string>) => {
  const id = await bring(fields);
  const { body } = await owner.send('post', `${path}/${id}/check`).expect(200);
  const stored = await owner.send('get', `${path}/${id}`).expect(200);
  expect(stored.body).toMatchObject({ check: body as object });
  return body as ExistenceCheck;
};

const everything = (fault: Faults['arxiv']): Faults =>
  Object.fromEntries(
    ['semantic_scholar', 'openalex', 'crossref', 'arxiv'].map((name) => [name, fault]),
  );

describe('POST /documents/{id}/sources/{sourceId}/check', () => {
  it('verifies a reference to a real work, by its DOI or by its title', async () => {
    const verified = { state: 'verified', differences: [], provider: 'semantic_scholar' };
    expect(await check({ ...REAL, doi: RECALL.doi })).toMatchObject(verified);
    expect(await check({ ...REAL, journal: 'J. Inv. Learn.' })).toMatchObject(verified);
  });

  it.each([
    ['year', { year: '1999' }, { yours: '1999', theirs: '2019' }],
    ['author', { author: 'Nobody, Ann' }, { yours: 'Nobody, Ann', theirs: 'Testova, Ada' }],
    [
      'container',
      { journal: 'Other Letters' },
      { yours: 'Other Letters', theirs: RECALL.container },
    ],
    ['doi', { doi: '10.5555/mistyped' }, { yours: '10.5555/mistyped', theirs: RECALL.doi }],
  ])('says that a real work is described wrongly: its %s', async (field, wrong, values) => {
    const { state, differences } = await check({ ...REAL, ...wrong });
    expect([state, differences]).toEqual(['differs', [{ field, ...values }]]);
  });

  it('says of a real DOI whose work is another one which fields are wrong', async () => {
    const other = {
      title: 'A treatise on the colour of seats',
      author: 'Nobody, Ann',
      year: '2019',
    };
    const { state, differences } = await check({ ...other, doi: RECALL.doi });
    expect([state, differences.map(({ field }) => field)]).toEqual([
      'differs',
      ['title', 'author'],
    ]);
  });

  it('finds no invented work, however near to a real one', async () => {
    const invented = { ...REAL, title: 'Recalling what was sung on a night ferry in summer' };
    expect(await check(invented)).toMatchObject({ state: 'not_found', provider: null });
    expect(await check({ ...invented, doi: '10.5555/invented' })).toMatchObject({
      state: 'not_found',
    });
  });

  it('learns that a work was retracted', async () => {
    const { title, doi } = TAKEN_BACK;
    const found = await check({ ...REAL, title, year: '2018', doi });
    expect(found).toMatchObject({ state: 'verified', retracted: true });
  });

  it.each([
    ['nobody answers', everything({ kind: 'html' })],
    ['one who might know it fails', { crossref: { kind: 'html' } } as Faults],
    [
      'one who might know it has spent its budget',
      { crossref: { kind: 'status', status: 429, headers: { 'retry-after': '54000' } } } as Faults,
    ],
  ])('leaves a reference unchecked while %s', async (_, faults) => {
    await sources.server.fail(faults);
    const unknown = { ...REAL, title: `Quite another matter of zebras ${newId()}` };
    expect(await check(unknown)).toMatchObject({ state: 'unchecked', provider: null });
  });

  it('forgets what it found when the reference changes, and only then', async () => {
    const id = await bring(REAL);
    await owner.send('post', `${path}/${id}/check`).expect(200);
    await bring(REAL);
    const same = await owner.send('get', `${path}/${id}`).expect(200);
    expect(same.body).toMatchObject({ check: { state: 'verified' } });
    await bring({ ...REAL, doi: '10.5555/learnt.later' });
    const changed = await owner.send('get', `${path}/${id}`).expect(200);
    expect(changed.body).toMatchObject({ doi: '10.5555/learnt.later', check: null });
  });

  it('is not there for anyone but the owner of the document', async () => {
    const id = await bring(REAL);
    const stranger = await new TestClient(sources.target).signIn('stranger@example.org');
    await stranger.send('post', `${path}/${id}/check`).expect(404);
    await owner.send('post', `${path}/${newId()}/check`).expect(404);
    const { body } = await owner.send('get', path).expect(200);
    expect(body).toMatchObject({ items: [{ id, check: null }] });
  });

  // last, since the other replica takes the sign-in of this process with it
  it('leaves every reference unchecked where nobody is to be asked', async () => {
    const id = await bring(REAL);
    const alone = await testApp({
      features: { imports: [SourcesModule] },
      replicaOf: sources.target,
    });
    const client = new TestClient(alone);
    client.accessToken = owner.accessToken;
    const { body } = await client.send('post', `${path}/${id}/check`).expect(200);
    expect(body).toMatchObject({ state: 'unchecked' });
    await alone.close();
  });
});
