import { SourcesModule } from '../../sources';
import { StorageModule } from '../../storage';
import { type TestApp, testApp } from '../../testing/test-app';
import { TestClient } from '../../testing/test-client';
import { DocumentsModule } from '../documents.module';
import type { Document } from '../dto/document';
import type { FrontMatter } from '../dto/front-text';
import type { Provenance } from '../dto/provenance';
import { FrontMatterService } from './front-matter.service';
import { basisOf } from './front-text';

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
  const service = target.app.get(FrontMatterService, { strict: false });
  const text = { documentId: document.id, content, writer: 'wise', promptVersion: 2 };
  return target.database.dataSource.transaction((manager) =>
    service.saveAbstract(manager, ownerId, { ...text, basis: basisOf(document) }),
  );
}

async function ownerOf(documentId: string): Promise<string> {
  const sql = 'select owner_id as "ownerId" from documents where id = $1';
  const [row] = await target.database.dataSource.query<{ ownerId: string }[]>(sql, [documentId]);
  return row!.ownerId;
}

const path = ({ id }: Document, part = 'abstract') => `/documents/${id}/front-matter/${part}`;
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
    const { frontMatter, words, models } = body as Provenance;
    expect(frontMatter.map(({ part }) => part)).toEqual(['abstract']);
    expect(frontMatter[0]?.origins.map(({ writer }) => writer)).toEqual(['wise', null]);
    expect(words).toMatchObject({ model: 3, person: 1 });
    expect(models).toEqual(['wise']);
    expect((await read(document)).body).toMatchObject({ stale: false });
    const section = `/documents/${document.id}/sections/${document.sections[0]?.id ?? ''}`;
    await owner.send('patch', section).send({ content: 'A new text.' }).expect(200);
    expect((await read(document)).body).toMatchObject({ stale: true });
  });
});

describe('the other texts beside the sections', () => {
  const listed = async ({ id }: Document) =>
    (await owner.send('get', `/documents/${id}/front-matter`).expect(200)).body as FrontMatter;
  const write = (document: Document, part: string, body: object) =>
    owner.send('patch', path(document, part)).send(body);

  it('stand in order, each with its own version, and those that are empty too', async () => {
    const document = await thesis();
    await write(document, 'abbreviations', { content: '**WHO** World Health' }).expect(200);
    await write(document, 'acknowledgements', { content: 'To my sister.' }).expect(200);
    await write(document, 'acknowledgements', { content: 'To my sisters.' }).expect(200);
    const { items } = await listed(document);
    expect(items.map(({ part, content, version }) => [part, content, version])).toEqual([
      ['acknowledgements', 'To my sisters.', 3],
      ['abstract', '', 1],
      ['second_abstract', '', 1],
      ['abbreviations', '**WHO** World Health', 2],
    ]);
  });

  it('sum up nothing that could change, but for the abstracts', async () => {
    const document = await thesis();
    await write(document, 'acknowledgements', { content: 'To my sister.' }).expect(200);
    await write(document, 'second_abstract', { content: 'Про що це.' }).expect(200);
    const section = `/documents/${document.id}/sections/${document.sections[0]?.id ?? ''}`;
    await owner.send('patch', section).send({ content: 'A new text.' }).expect(200);
    const { items } = await listed(document);
    const stale = items.filter((item) => item.stale).map(({ part }) => part);
    expect(stale).toEqual(['second_abstract']);
    const renamed = { content: 'Про що це.', language: 'uk' };
    const { body } = await write(document, 'second_abstract', renamed).expect(200);
    expect(body).toMatchObject({ stale: true });
  });

  it('are in the language of the document, but for the second abstract', async () => {
    const document = await thesis();
    const languages = async () => (await listed(document)).items.map(({ language }) => language);
    expect(await languages()).toEqual(['en', 'en', 'uk', 'en']);
    await write(document, 'second_abstract', { content: 'Worum es geht.', language: 'de' });
    await write(document, 'second_abstract', { content: 'Worum es hier geht.' });
    expect(await languages()).toEqual(['en', 'en', 'de', 'en']);
    const change = { language: 'de' };
    await owner.send('patch', `/documents/${document.id}`).send(change).expect(200);
    expect(await languages()).toEqual(['de', 'de', 'en', 'de']);
  });

  it.each([
    ['second_abstract', { content: 'x', language: 'en' }, 'VALIDATION_FAILED', '/language'],
    ['abstract', { content: 'x', language: 'de' }, 'VALIDATION_FAILED', '/language'],
    ['second_abstract', { content: 'x', language: 'la' }, 'VALIDATION_FAILED', '/language'],
    ['abbreviations', { content: 'x'.repeat(20_001) }, 'VALIDATION_FAILED', '/content'],
    ['acknowledgements', { content: 'Thanks [@doe2020].' }, 'INVALID_CITATION', '/content'],
    ['second_abstract', { content: 'Сміт (2031) це знав.' }, 'INVALID_CITATION', '/content'],
  ])('refuse what cannot be theirs (%s, %j)', async (part, text, code, pointer) => {
    const { body } = await write(await thesis(), part, text).expect(422);
    expect(body).toMatchObject({ code, errors: [{ pointer }] });
  });

  it('are not found under another name, or of another person', async () => {
    const document = await thesis();
    await write(document, 'preface', { content: 'x' }).expect(404);
    await owner.send('get', path(document, 'preface')).expect(404);
    await stranger.send('get', `/documents/${document.id}/front-matter`).expect(404);
    const change = stranger.send('patch', path(document, 'abbreviations'));
    await change.send({ content: 'Theirs.' }).expect(404);
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
