import { SourcesModule } from '../../sources';
import { StorageModule } from '../../storage';
import { type TestApp, testApp } from '../../testing/test-app';
import { TestClient } from '../../testing/test-client';
import { DocumentsModule } from '../documents.module';
import type { Document } from '../dto/document';
import type { Provenance } from '../dto/provenance';
import { AbstractsService } from './abstracts.service';
import { basisOf } from './abstract-text';

let target: TestApp;
let owner: TestClient;
let stranger: TestClient;

const FIELDS = {
  title: 'Memory',
  topic: 'How learners remember what they have read',
  language: 'en',
  type: 'term_paper',
  targetPages: 5,
  citationStyle: 'apa',
};

beforeAll(async () => {
  target = await testApp({
    features: { imports: [DocumentsModule, SourcesModule, StorageModule] },
    environment: { RATE_LIMIT_DISABLED: 'true' },
  });
  owner = await new TestClient(target).signIn('owner@example.org');
  stranger = await new TestClient(target).signIn('stranger@example.org');
});

afterAll(() => target.close());

async function thesis() {
  const { id } = (await owner.send('post', '/documents').send(FIELDS).expect(201)).body as Document;
  const outline = { sections: [{ title: 'Only', level: 1 }] };
  await owner.send('put', `/documents/${id}/outline`).send(outline).expect(200);
  return (await owner.send('get', `/documents/${id}`).expect(200)).body as Document;
}

/** As a job stores it. */
async function written(document: Document, content: string) {
  const ownerId = await ownerOf(document.id);
  const service = target.app.get(AbstractsService, { strict: false });
  const text = { documentId: document.id, content, writer: 'wise', promptVersion: 2 };
  return target.database.dataSource.transaction((manager) =>
    service.save(manager, ownerId, { ...text, basis: basisOf(document) }),
  );
}

async function ownerOf(documentId: string): Promise<string> {
  const sql = 'select owner_id as "ownerId" from documents where id = $1';
  const [row] = await target.database.dataSource.query<{ ownerId: string }[]>(sql, [documentId]);
  return row!.ownerId;
}

const path = ({ id }: Document) => `/documents/${id}/abstract`;
const read = async (document: Document) =>
  (await owner.send('get', path(document)).expect(200)) as { body: object; headers: object };

describe('the abstract of a document', () => {
  it('is empty at first, and can be written by its author', async () => {
    const document = await thesis();
    const { body, headers } = await read(document);
    expect(body).toMatchObject({ content: '', status: 'planned', stale: false, version: 1 });
    expect(headers).toMatchObject({ etag: '"1"' });
    const edit = owner.send('patch', path(document)).set('If-Match', '"1"');
    const { body: edited } = await edit.send({ content: ' What it says. ' }).expect(200);
    const mine = { content: 'What it says.', status: 'edited', wordCount: 3, version: 2 };
    expect(edited).toMatchObject(mine);
    expect(await written(document, 'By a model.')).toBe(false);
    expect((await read(document)).body).toMatchObject(mine);
  });

  it('is refused on a version that is no more', async () => {
    const document = await thesis();
    const edit = (version: string) =>
      owner.send('patch', path(document)).set('If-Match', version).send({ content: 'Mine.' });
    await edit('"2"').expect(412);
    await edit('"1"').expect(200);
    await edit('"1"').expect(412);
    await edit('"2"').expect(200);
  });

  it('cites nothing', async () => {
    const document = await thesis();
    for (const content of [
      'It helps [@doe2020].',
      'It helps [@doe2020',
      'Smith (2031) found it.',
    ]) {
      const { body } = await owner.send('patch', path(document)).send({ content }).expect(422);
      expect(body).toMatchObject({ code: 'INVALID_CITATION' });
    }
  });

  it('is nobody else’s to read or to write', async () => {
    const document = await thesis();
    await stranger.send('get', path(document)).expect(404);
    await stranger.send('patch', path(document)).send({ content: 'Theirs.' }).expect(404);
  });

  it('is stale when the text has changed, and stands in the ledger', async () => {
    const document = await thesis();
    expect(await written(document, 'Learning lasts when it is tested.')).toBe(true);
    await owner.send('patch', path(document)).send({ content: 'Learning lasts if tested.' });
    const { body } = await owner.send('get', `/documents/${document.id}/provenance`).expect(200);
    const { abstract, words, models } = body as Provenance;
    expect(abstract?.origins.map(({ writer }) => writer)).toEqual(['wise', null]);
    expect(words).toMatchObject({ model: 3, person: 1 });
    expect(models).toEqual(['wise']);
    expect((await read(document)).body).toMatchObject({ stale: false });
    const section = `/documents/${document.id}/sections/${document.sections[0]?.id ?? ''}`;
    await owner.send('patch', section).send({ content: 'A new text.' }).expect(200);
    expect((await read(document)).body).toMatchObject({ stale: true });
  });
});

describe('the question of an outline', () => {
  const sections = [{ title: 'Only', level: 1 }];

  it('is stored, stays when an edit does not name it, and can be taken away', async () => {
    const { id } = await thesis();
    const put = async (body: object) =>
      (await owner.send('put', `/documents/${id}/outline`).send(body).expect(200)).body as object;
    const researchQuestion = 'What do learners remember?';
    expect(await put({ researchQuestion, sections })).toMatchObject({ researchQuestion });
    expect(await put({ sections })).toMatchObject({ researchQuestion });
    expect(await put({ researchQuestion: null, sections })).toMatchObject({
      researchQuestion: null,
    });
    const long = { researchQuestion: 'x'.repeat(501), sections };
    await owner.send('put', `/documents/${id}/outline`).send(long).expect(422);
  });
});

describe('an edit of the outline', () => {
  it('marks the sections that it touches, and keeps every text', async () => {
    const { id } = await thesis();
    interface Sections {
      sections: { id: string; title: string; level: number; stale: boolean }[];
    }
    const put = async (sections: object[]) =>
      (await owner.send('put', `/documents/${id}/outline`).send({ sections }).expect(200))
        .body as Sections;
    const titled = (title: string) => ({ title, level: 1 });
    const { sections } = await put([titled('One'), titled('Two'), titled('Three')]);
    const [one, two] = sections;
    for (const section of [one!, two!]) {
      const text = { content: `About ${section.title}.` };
      await owner.send('patch', `/documents/${id}/sections/${section.id}`).send(text).expect(200);
    }
    const edited = sections.map((section) =>
      section === two ? { ...section, keyPoints: ['More'] } : section,
    );
    const flags = (after: Sections) => after.sections.map(({ stale }) => stale);
    expect(flags(await put(edited))).toEqual([false, true, false]);
    expect(flags(await put(sections))).toEqual([false, false, false]);
    const { sections: texts } = (await owner.send('get', `/documents/${id}`)).body as Document;
    expect(texts.map(({ content }) => content)).toEqual(['About One.', 'About Two.', '']);
  });
});
