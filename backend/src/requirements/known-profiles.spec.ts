import { RulesApp } from '../testing/requirements/rules-app';
import { TestClient } from '../testing/test-client';
import type { KnownProfile, KnownProfileList } from './dto/formatting-profile';

let app: RulesApp;
let student: TestClient;

beforeAll(async () => {
  app = await RulesApp.start();
  ({ student } = app);
});

afterAll(() => app.close());

describe('formatting profiles', () => {
  const list = async (client: TestClient) =>
    ((await client.send('get', '/formatting-profiles').expect(200)).body as KnownProfileList).items;

  it('are a dozen and more, each with a public source', async () => {
    const items = await list(student);
    expect(items.length).toBeGreaterThanOrEqual(12);
    for (const { source } of items) expect(source?.url).toMatch(/^https?:\/\//);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it('are shared within a university, by the domain of its addresses, and taken back', async () => {
    const id = await app.newDocument();
    await app.put(id, { formatting: { fontSize: 13 } }).expect(200);
    const name = 'Institute of Otters';
    const share = (client: TestClient) =>
      client.send('post', '/formatting-profiles', { documentId: id, name });
    const shared = (await share(student).expect(201)).body as KnownProfile;
    await share(student).expect(409);
    await share(app.stranger).expect(404);
    const fellow = await new TestClient(app.target).signIn('fellow@uni.example.org');
    expect(await list(fellow)).toContainEqual({ ...shared, own: false });
    expect((await list(app.stranger)).map(({ id }) => id)).not.toContain(shared.id);
    expect(await list(student)).toContainEqual({ ...shared, own: true });
    await fellow.send('delete', `/formatting-profiles/${shared.id}`).expect(404);
    await student.send('delete', `/formatting-profiles/${shared.id}`).expect(204);
    expect((await list(fellow)).map(({ id }) => id)).not.toContain(shared.id);
  });

  it('are shared with nobody by who has an address that anybody can get', async () => {
    const anybody = await new TestClient(app.target).signIn('anybody@gmail.com');
    const documentId = await app.newDocument(anybody);
    const body = { documentId, name: 'Everybody’s' };
    await anybody.send('post', '/formatting-profiles', body).expect(409);
  });
});
