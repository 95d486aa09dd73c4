import { newId } from '../../common';
import { SourcesModule } from '../../sources';
import { testApp, type TestApp } from '../../testing/test-app';
import { TestClient } from '../../testing/test-client';
import { DocumentsModule } from '../documents.module';

let target: TestApp;
let owner: TestClient;
let stranger: TestClient;
const documentId = newId();

const LIBRARY = `@article{a, title={Über das {DNA}-Gedächtnis & mehr}, author={van den Berg, Jan and
  {Institute for Slow Reading}}, year=2001, month=mar, journal={Journal of Things}, pages={1--20}}
@book{b, title={Друга книга}, author={Шевченко, Тарас}, year=1999, publisher={Видавництво}}`;

beforeAll(async () => {
  target = await testApp({ features: { imports: [SourcesModule, DocumentsModule] } });
  owner = await new TestClient(target).signIn('owner@example.org');
  stranger = await new TestClient(target).signIn('stranger@example.org');
  const { dataSource } = target.database;
  await dataSource.query(
    `insert into documents (id, owner_id, title, topic, language, type, target_pages, citation_style)
     select $1, id, 'Моя робота', 'T', 'en', 'essay', 5, 'apa' from users
     where email = 'owner@example.org'`,
    [documentId],
  );
  await dataSource.query(
    `insert into sections (id, document_id, position, title, content)
     values ($1, $2, 0, 'One', 'It is so [@berg2001, p. 3].')`,
    [newId(), documentId],
  );
  await upload(LIBRARY, 'library.bib').expect(201);
});

afterAll(() => target.close());

jest.setTimeout(60_000);

const upload = (content: string, name: string) =>
  owner.send('post', `/documents/${documentId}/sources`).attach('file', Buffer.from(content), name);

const bibliography = (query = '', client = owner) =>
  client.send('get', `/documents/${documentId}/bibliography${query}`);

const fileOf = async (query: string) => {
  const { body } = await bibliography(query).responseType('blob').expect(200);
  return (body as Buffer).toString();
};

describe('GET /documents/{id}/bibliography', () => {
  it('answers formatted entries unless a format is asked for', async () => {
    const { body } = await bibliography()
      .expect(200)
      .expect('Content-Type', /application\/json/);
    expect(body).toMatchObject({ citationStyle: 'apa' });
  });

  it.each([
    ['bibtex', 'application/x-bibtex', 'bib'],
    ['ris', 'application/x-research-info-systems', 'ris'],
    ['csl-json', 'application/vnd.citationstyles.csl+json', 'json'],
  ])('gives the references as %s', async (format, mediaType, extension) => {
    const { headers } = await bibliography(`?format=${format}`).expect(200);
    expect(headers['content-type']).toContain(mediaType);
    expect(headers['content-disposition']).toMatch(new RegExp(`^attachment; .*\\.${extension}`));
    expect(await fileOf(`?format=${format}`)).toContain('Шевченко');
  });

  it.each([
    ['bibtex', 'again.bib'],
    ['ris', 'again.ris'],
    ['csl-json', 'again.json'],
  ])('gives %s that adds nothing when it comes back', async (format, name) => {
    const { body } = await upload(await fileOf(`?format=${format}`), name).expect(201);
    const { added, merged, refused } = body as Record<string, unknown[]>;
    expect([added?.length, merged?.length, refused?.length]).toEqual([0, 2, 0]);
  });

  it('gives what the text cites alone when asked for it', async () => {
    const cited = JSON.parse(await fileOf('?format=csl-json&works=cited')) as { id: string }[];
    expect(cited.map(({ id }) => id)).toEqual(['berg2001']);
  });

  it('has no formats but these, and no documents of others', async () => {
    await bibliography('?format=docx').expect(422);
    await bibliography('?format=bibtex&works=some').expect(422);
    await bibliography('?format=bibtex', stranger).expect(404);
  });
});
