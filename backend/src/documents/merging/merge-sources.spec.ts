import { newId } from '../../common';
import { SourcesModule } from '../../sources';
import type { ImportReport } from '../../sources/dto/import-report';
import { StorageModule } from '../../storage';
import { type TestApp, testApp } from '../../testing/test-app';
import { TestClient } from '../../testing/test-client';
import { DocumentsModule } from '../documents.module';
import type { Document } from '../dto/document';
import type { Outline } from '../dto/outline';
import type { SectionSupport } from '../dto/support';

let target: TestApp;
let owner: TestClient;
let stranger: TestClient;

const FIELDS = {
  title: 'Memory',
  topic: 'How learners remember what they have read',
  language: 'en',
  type: 'essay',
  targetPages: 5,
  citationStyle: 'apa',
};

const BIBTEX = `
@article{a, title={The testing effect}, author={Doe, Jane}, date={2020}, pages={10--20},
  abstract={Tests slow forgetting down after a delay.}}
@article{b, title={The effect of testing, a preprint}, author={Doe, Jane}, date={2020},
  abstract={Rereading feels fluent to most students.}}
@book{c, title={Another work}, author={Roe, Richard}, year={2001}}`;

beforeAll(async () => {
  target = await testApp({
    features: { imports: [DocumentsModule, SourcesModule, StorageModule] },
    environment: { RATE_LIMIT_DISABLED: 'true' },
  });
  owner = await new TestClient(target).signIn('owner@example.org');
  stranger = await new TestClient(target).signIn('stranger@example.org');
});

afterAll(() => target.close());

jest.setTimeout(60_000);

interface Thesis {
  id: string;
  /** By the key of each. */
  sources: Record<string, string>;
  sectionId: string;
}

const query = <Row>(sql: string, parameters: unknown[]) =>
  target.database.dataSource.query<Row[]>(sql, parameters);

async function thesis(content: string): Promise<Thesis> {
  const { body: document } = await owner.send('post', '/documents').send(FIELDS).expect(201);
  const { id } = document as Document;
  const { body: report } = await owner
    .send('post', `/documents/${id}/sources`)
    .attach('file', Buffer.from(BIBTEX), 'a.bib')
    .expect(201);
  const added = (report as ImportReport).added.map((source) => [source.key, source.id] as const);
  const sections = [{ title: 'One', level: 1, sourceKeys: added.map(([key]) => key) }];
  const { body: outline } = await owner
    .send('put', `/documents/${id}/outline`)
    .set('If-Match', '*')
    .send({ sections })
    .expect(200);
  const sectionId = (outline as Outline).sections[0]?.id ?? '';
  await owner
    .send('patch', `/documents/${id}/sections/${sectionId}`)
    .set('If-Match', '*')
    .send({ content })
    .expect(200);
  return { id, sources: Object.fromEntries(added), sectionId };
}

/** Has each citation rest on a passage of its source, as a writer's would. */
async function restOnPassages({ sectionId }: Thesis): Promise<void> {
  await query(
    `update section_citations c set passage_id = p.id, quotation = p.text, quotation_start = 0,
       quotation_end = char_length(p.text), state = 'weak'
     from passages p where p.source_id = c.source_id and c.section_id = $1`,
    [sectionId],
  );
}

const merge = ({ id, sources }: Thesis, from: string, into: string, client = owner) =>
  client
    .send('post', `/documents/${id}/sources/${sources[from] ?? newId()}/merge`)
    .send({ into: sources[into] ?? newId() });

const textOf = async ({ id }: Thesis) =>
  ((await owner.send('get', `/documents/${id}`).expect(200)).body as Document).sections[0]?.content;

describe('two sources that are one work', () => {
  it('become one: citations, passages, evidence and outline follow', async () => {
    const made = await thesis(
      'Tests slow forgetting down [@doe2020]. Rereading feels fluent [@doe2020b; @doe2020]. More [@roe2001].',
    );
    await restOnPassages(made);
    const { body } = await merge(made, 'doe2020b', 'doe2020').expect(200);
    expect(body).toEqual({ key: 'doe2020', sections: [made.sectionId] });
    expect(await textOf(made)).toBe(
      'Tests slow forgetting down [@doe2020]. Rereading feels fluent [@doe2020]. More [@roe2001].',
    );
    const path = `/documents/${made.id}/sections/${made.sectionId}/support`;
    const { citations } = (await owner.send('get', path).expect(200)).body as SectionSupport;
    expect(citations.map(({ key, evidence }) => [key, evidence?.quotation])).toEqual([
      ['doe2020', 'Tests slow forgetting down after a delay.'],
      ['doe2020', 'Rereading feels fluent to most students.'],
      ['roe2001', undefined],
    ]);
    const { body: outline } = await owner.send('get', `/documents/${made.id}/outline`).expect(200);
    expect((outline as Outline).sections[0]?.sourceKeys).toEqual(['doe2020', 'roe2001']);
    const from = made.sources['doe2020b'] ?? '';
    await owner.send('get', `/documents/${made.id}/sources/${from}`).expect(404);
  });

  it('stay two where the one that stays has no such page', async () => {
    const made = await thesis('Rereading feels fluent [@doe2020b, p. 99].');
    const { body } = await merge(made, 'doe2020b', 'doe2020').expect(422);
    expect(body).toMatchObject({ code: 'INVALID_CITATION' });
    expect(await textOf(made)).toContain('@doe2020b, p. 99');
    await owner
      .send('get', `/documents/${made.id}/sources/${made.sources['doe2020b'] ?? ''}`)
      .expect(200);
  });

  it('are not merged with themselves, with what is absent, or while a job writes', async () => {
    const made = await thesis('A text.');
    await merge(made, 'doe2020', 'doe2020').expect(409);
    await merge(made, 'doe2020', 'nobody').expect(404);
    await merge(made, 'doe2020', 'roe2001', stranger).expect(404);
    await query(`update documents set status = 'generating' where id = $1`, [made.id]);
    const { body } = await merge(made, 'doe2020', 'roe2001').expect(409);
    expect(body).toMatchObject({ code: 'JOB_ACTIVE' });
  });
});
