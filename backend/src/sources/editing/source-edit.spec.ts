import { newId } from '../../common';
import { testApp, type TestApp } from '../../testing/test-app';
import { TestClient } from '../../testing/test-client';
import type { ImportReport } from '../dto/import-report';
import { SourcesModule } from '../sources.module';

let target: TestApp;
let owner: TestClient;
let stranger: TestClient;
let documentId: string;
let path: string;
let otherPath: string;
let readerPath: string;

const BIBTEX = `@article{a, title={The testing effect}, author={Doe, Jane}, date={2020-05-04},
  journaltitle={Memory}, volume={7}, doi={10.1000/1}, abstract={Tests help. They do.}}
@book{b, title={Second}, author={Roe, Richard}, year={2001}}
@book{c, title={A Reader}, editor={King, Martin Luther, Jr.}, year={1963}}`;

beforeAll(async () => {
  target = await testApp({ features: { imports: [SourcesModule] } });
  owner = await new TestClient(target).signIn('owner@example.org');
  stranger = await new TestClient(target).signIn('stranger@example.org');
});

afterAll(() => target.close());

beforeEach(async () => {
  documentId = newId();
  await target.database.dataSource.query(
    `insert into documents (id, owner_id, title, topic, language, type, target_pages, citation_style)
     select $1, id, 'T', 'T', 'en', 'essay', 5, 'apa' from users where email = 'owner@example.org'`,
    [documentId],
  );
  const { body } = await owner
    .send('post', `/documents/${documentId}/sources`)
    .attach('file', Buffer.from(BIBTEX), 'a.bib')
    .expect(201);
  const [first, second, third] = (body as ImportReport).added;
  path = `/documents/${documentId}/sources/${first?.id ?? ''}`;
  otherPath = `/documents/${documentId}/sources/${second?.id ?? ''}`;
  readerPath = `/documents/${documentId}/sources/${third?.id ?? ''}`;
});

jest.setTimeout(60_000);

const record = async () => {
  const rows = await target.database.dataSource.query<{ csl: unknown; identity: string }[]>(
    `select csl, identity from sources where document_id = $1 and key = 'doe2020'`,
    [documentId],
  );
  return rows[0];
};

describe('PATCH /documents/{id}/sources/{sourceId}', () => {
  it('puts right what is named, and keeps the key and all else', async () => {
    const edit = {
      title: 'On <i>testing</i>',
      authors: ['van Dijk, Jan', 'Institute of Memory'],
      year: 2019,
      container: 'Letters',
      doi: 'https://doi.org/10.1000/ABC',
      url: 'https://example.org/a',
      mandatory: true,
    };
    const { body } = await owner.send('patch', path, edit).expect(200);
    expect(body).toMatchObject({
      key: 'doe2020',
      title: 'On testing',
      authors: ['Jan van Dijk', 'Institute of Memory'],
      year: 2019,
      container: 'Letters',
      url: 'https://example.org/a',
      mandatory: true,
      passageCount: 1,
      status: 'ready',
    });
    expect((await owner.send('get', path).expect(200)).body).toEqual(body);
    expect(await record()).toMatchObject({
      csl: {
        id: 'doe2020',
        type: 'article-journal',
        volume: '7',
        author: [{ family: 'Dijk' }, { literal: 'Institute of Memory' }],
        issued: { 'date-parts': [[2019]] },
      },
      identity: 'doi:10.1000/abc',
    });
  });

  it('changes nothing else', async () => {
    const before = await record();
    const { body } = await owner.send('patch', path, { mandatory: true, year: 2020 }).expect(200);
    expect(body).toMatchObject({ mandatory: true });
    expect(await record()).toEqual(before);
    const { body: other } = await owner.send('get', otherPath).expect(200);
    expect(other).toMatchObject({ mandatory: false });
  });

  it('corrects every usual fact of a bibliography', async () => {
    const edit = {
      type: 'chapter',
      volume: '8',
      issue: '2',
      pages: '10–19',
      edition: '3rd',
      publisher: 'Invented Press',
      place: 'Kyiv',
      language: 'en',
    };
    const { body } = await owner.send('patch', path, edit).expect(200);
    expect(body).toMatchObject({ ...edit, names: ['Doe, Jane'], title: 'The testing effect' });
    const empty = { volume: null, issue: null, edition: null, publisher: null, place: null };
    expect((await owner.send('patch', path, empty).expect(200)).body).toMatchObject(empty);
  });

  it('gives names as it takes them, and leaves editors editors', async () => {
    const { body: before } = await owner.send('get', readerPath).expect(200);
    const { names } = before as { names: string[] };
    const edit = { authors: [...names, 'UNESCO'] };
    const { body } = await owner.send('patch', readerPath, edit).expect(200);
    expect(body).toMatchObject({ authors: ['Martin Luther King Jr.', 'UNESCO'] });
    const [row] = await target.database.dataSource.query<{ csl: object }[]>(
      `select csl from sources where document_id = $1 and csl->>'title' = 'A Reader'`,
      [documentId],
    );
    expect(row?.csl).toMatchObject({ editor: [{ family: 'King', suffix: 'Jr.' }, {}] });
    expect(row?.csl).not.toHaveProperty('author');
  });

  it('takes facts away', async () => {
    const edit = { authors: [], year: null, container: null, doi: null, url: null };
    const { body } = await owner.send('patch', path, edit).expect(200);
    expect(body).toMatchObject({ key: 'doe2020', authors: [], year: null, doi: null });
    expect((await record())?.identity).toMatch(/^work:/);
  });

  it('makes no two sources the same', async () => {
    const before = await record();
    const { body } = await owner.send('patch', otherPath, { doi: '10.1000/1' }).expect(409);
    expect(body).toMatchObject({ code: 'CONFLICT' });
    const same = { title: 'Second', authors: ['Roe, Richard'], year: 2001, doi: null };
    await owner.send('patch', path, same).expect(409);
    expect(await record()).toEqual(before);
  });

  it.each([
    [{}, ''],
    [{ key: 'other', mandatory: true }, ''],
    [{ csl: {}, mandatory: true }, ''],
    [{ title: '' }, '/title'],
    [{ title: null }, '/title'],
    [{ title: '<b></b>' }, '/title'],
    [{ authors: 'Doe, Jane' }, '/authors'],
    [{ authors: ['Doe, Jane', 'et al.'] }, '/authors'],
    [{ year: 2020.5 }, '/year'],
    [{ year: 9999 }, '/year'],
    [{ doi: 'none' }, '/doi'],
    [{ url: 'javascript:alert(1)' }, '/url'],
    [{ url: 'https://example.org/a b' }, '/url'],
    [{ type: 'pamphlets' }, '/type'],
    [{ volume: '' }, '/volume'],
    [{ publisher: '<b></b>' }, '/publisher'],
    [{ mandatory: 'yes' }, '/mandatory'],
  ])('says what is wrong with %j', async (edit, pointer) => {
    const { body } = await owner.send('patch', path, edit).expect(422);
    expect(body).toMatchObject({ errors: [{ pointer }] });
  });

  it('is there for nobody but the owner', async () => {
    await stranger.send('patch', path, { mandatory: true }).expect(404);
    await stranger.send('patch', path, { key: 'x' }).expect(404);
    await owner.send('patch', path.replace(/[^/]+$/, newId()), { mandatory: true }).expect(404);
    await owner.send('patch', `${path}x`, { mandatory: true }).expect(404);
    await new TestClient(target).send('patch', path, { mandatory: true }).expect(401);
    expect((await owner.send('get', path).expect(200)).body).toMatchObject({ mandatory: false });
  });
});
