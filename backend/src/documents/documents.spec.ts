import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Repository } from 'typeorm';
import { PassageSearch, SourceLibrary } from '../sources';
import { PassageRanker } from '../sources/passages/ranking/passage-ranker';
import { SourceEntity } from '../sources/source.entity';
import { documentFolder, MissingFileError } from '../storage';
import { Outbox } from '../outbox';
import { LocalStorage } from '../storage/local.storage';
import { testDatabase, type TestDatabase } from '../testing/test-database';
import { DocumentEntity } from './document.entity';
import { DocumentsRepository } from './documents.repository';
import { DocumentsService } from './documents.service';
import { OutlineDraft } from './dto/outline';
import { CreateDocument, DocumentQuery } from './dto/document';
import { OutlineService } from './outline.service';
import { SectionHistory } from './provenance/section-history';
import { SuggestionsRepository } from './suggestions/suggestions.repository';
import { VersionsRepository } from './provenance/versions.repository';
import { SectionEntity } from './section.entity';
import { SectionsRepository } from './sections.repository';
import { SectionsService } from './sections.service';

let database: TestDatabase;
let documents: DocumentsService;
let outlines: OutlineService;
let sections: SectionsService;
let storage: LocalStorage;
let owner: string;
let stranger: string;

const fields = CreateDocument.parse({
  title: 'On learning',
  topic: 'How students learn what lasts',
  language: 'en',
  type: 'term_paper',
  targetPages: 20,
  citationStyle: 'apa',
});

const outline = (...titles: string[]) =>
  OutlineDraft.parse({ sections: titles.map((title) => ({ title, level: 1 })) });

async function addUser(): Promise<string> {
  const id = randomUUID();
  await database.dataSource.query('insert into users (id, email) values ($1, $2)', [
    id,
    `${id}@example.org`,
  ]);
  return id;
}

async function addSource(documentId: string, key: string): Promise<void> {
  await database.dataSource.query(
    `insert into sources (id, document_id, key, identity, csl, status)
     values ($1, $2, $3, $3, $4, 'ready')`,
    [randomUUID(), documentId, key, { id: key, type: 'book', author: [{ family: 'Doe' }] }],
  );
}

beforeAll(async () => {
  database = await testDatabase([DocumentEntity, SectionEntity, SourceEntity]);
  const { dataSource } = database;
  const repository = new DocumentsRepository(
    dataSource,
    new Repository(DocumentEntity, dataSource.manager),
    new Outbox(),
  );
  const sectionsRepository = new SectionsRepository(dataSource);
  const library = new SourceLibrary(new Repository(SourceEntity, dataSource.manager));
  storage = new LocalStorage(mkdtempSync(join(tmpdir(), 'tesigo-documents-')));
  documents = new DocumentsService(repository, storage, {
    limits: { disabled: false, documentsPerUser: 20 },
  });
  const versions = new VersionsRepository(dataSource);
  outlines = new OutlineService(dataSource, repository, sectionsRepository, library, versions);
  // no test searches, so that its thread never starts
  const passages = new PassageSearch(dataSource, new PassageRanker(database.url));
  const history = new SectionHistory(versions);
  sections = new SectionsService(
    ...([dataSource, sectionsRepository, library, passages, history] as const),
    new SuggestionsRepository(dataSource),
  );
  owner = await addUser();
  stranger = await addUser();
});

afterAll(() => database.drop());

const code = (value: string) => expect.objectContaining({ code: value }) as unknown;

describe('documents', () => {
  it('gives back what was created', async () => {
    const created = await documents.create(owner, fields);
    expect(created).toMatchObject({ ...fields, status: 'draft', version: 1, sections: [] });
    expect(await documents.getOwned(owner, created.id)).toEqual(created);
  });

  it('hides a document from everybody else', async () => {
    const { id } = await documents.create(owner, fields);
    const notFound = code('NOT_FOUND');
    await expect(documents.getOwned(stranger, id)).rejects.toEqual(notFound);
    await expect(documents.update(stranger, id, { title: 'Mine' })).rejects.toEqual(notFound);
    await expect(documents.remove(stranger, id)).rejects.toEqual(notFound);
    await expect(outlines.replace(stranger, id, outline('A'))).rejects.toEqual(notFound);
    expect((await documents.getOwned(owner, id)).title).toBe(fields.title);
  });

  it('takes its files along when it is deleted', async () => {
    const { id } = await documents.create(owner, fields);
    const file = `${documentFolder(id)}/exports/file.pdf`;
    await storage.put(file, Buffer.from('text'));
    await documents.remove(owner, id);
    await expect(documents.getOwned(owner, id)).rejects.toEqual(code('NOT_FOUND'));
    await expect(storage.get(file)).rejects.toThrow(MissingFileError);
  });

  it('are as many as one account may hold, until one is deleted', async () => {
    const collector = await addUser();
    const made = [];
    for (let count = 0; count < 20; count += 1)
      made.push(await documents.create(collector, fields));
    await expect(documents.create(collector, fields)).rejects.toEqual(code('DOCUMENT_LIMIT'));
    await documents.remove(collector, made[0]?.id ?? '');
    expect((await documents.create(collector, fields)).title).toBe(fields.title);
  });

  const pageOf = (page: number) => DocumentQuery.parse({ page, perPage: 2 });

  it('lists newest first, by pages', async () => {
    const reader = await addUser();
    for (const title of ['first', 'second', 'third']) {
      await documents.create(reader, { ...fields, title });
    }
    const page = await documents.list(reader, pageOf(1));
    expect(page).toMatchObject({ total: 3, page: 1, perPage: 2, totalPages: 2 });
    expect(page.items.map(({ title }) => title)).toEqual(['third', 'second']);
    const past = await documents.list(reader, pageOf(9));
    expect(past).toMatchObject({ items: [], total: 3 });
    expect(await documents.list(await addUser(), pageOf(1))).toMatchObject({
      items: [],
      total: 0,
      totalPages: 0,
    });
  });

  it('lets one of two edits of the same version win', async () => {
    const { id } = await documents.create(owner, fields);
    const edits = await Promise.allSettled(
      ['A', 'B'].map((title) => documents.update(owner, id, { title }, '"1"')),
    );
    expect(edits.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = edits.find((edit) => edit.status === 'rejected');
    expect(refused?.reason).toEqual(code('STALE_VERSION'));
    expect((await documents.getOwned(owner, id)).version).toBe(2);
  });
});

describe('outline', () => {
  it('makes the sections follow it and keeps their texts', async () => {
    const { id } = await documents.create(owner, fields);
    const first = await outlines.replace(owner, id, outline('One', 'Two', 'Three'));
    const [one, , three] = first.sections;
    await sections.edit(owner, id, three!.id, { content: 'Four words stand here.' });
    const moved = OutlineDraft.parse({
      sections: [{ ...three, title: 'Last first' }, { title: 'New', level: 2 }, one],
    });
    await outlines.replace(owner, id, moved, `"${String(first.version)}"`);
    const document = await documents.getOwned(owner, id);
    expect(document.status).toBe('outlined');
    expect(document.wordCount).toBe(4);
    expect(document.outline?.sections.map(({ number }) => number)).toEqual(['1', '1.1', '2']);
    expect(document.sections.map(({ title }) => title)).toEqual(['Last first', 'New', 'One']);
    expect(document.sections[0]).toMatchObject({ id: three!.id, status: 'edited', wordCount: 4 });
  });

  it('gives letters to appendices, which no job is to write, and takes their parts for appendices', async () => {
    const { id } = await documents.create(owner, fields);
    const draft = OutlineDraft.parse({
      sections: [
        { title: 'One', level: 1 },
        { title: 'Part', level: 2, role: 'appendix' },
        { title: 'Questions', level: 1, role: 'appendix' },
        { title: 'Scales', level: 2 },
        { title: 'Answers', level: 1, role: 'appendix', targetWords: 300 },
      ],
    });
    const { sections: numbered } = await outlines.replace(owner, id, draft);
    expect(numbered.map(({ number, role, targetWords }) => [number, role, targetWords])).toEqual([
      ['1', 'body', 500],
      ['1.1', 'body', 500],
      ['A', 'appendix', 0],
      ['A.1', 'appendix', 0],
      ['B', 'appendix', 0],
    ]);
  });

  it.each([
    ['before another chapter', ['body', 'appendix', 'body']],
    ['and nothing else', ['appendix']],
  ])('refuses an appendix %s', (_, roles) => {
    const parsed = OutlineDraft.safeParse({
      sections: roles.map((role) => ({ title: 'A title', level: 1, role })),
    });
    expect(parsed.success).toBe(false);
  });

  it('refuses a stale edit and stores nothing of it', async () => {
    const { id } = await documents.create(owner, fields);
    await outlines.replace(owner, id, outline('One'));
    await expect(outlines.replace(owner, id, outline('Two'), '"1"')).rejects.toEqual(
      code('STALE_VERSION'),
    );
    expect((await documents.getOwned(owner, id)).sections.map(({ title }) => title)).toEqual([
      'One',
    ]);
  });

  it('does not take over a section of another document', async () => {
    const mine = await documents.create(owner, fields);
    const theirs = await documents.create(stranger, fields);
    const { sections: foreign } = await outlines.replace(stranger, theirs.id, outline('Theirs'));
    const draft = OutlineDraft.parse({ sections: [{ ...foreign[0], title: 'Taken' }] });
    await expect(outlines.replace(owner, mine.id, draft)).rejects.toEqual(code('NOT_FOUND'));
    expect((await documents.getOwned(stranger, theirs.id)).sections[0]?.title).toBe('Theirs');
  });

  it('refuses sources that the document does not have', async () => {
    const { id } = await documents.create(owner, fields);
    const draft = OutlineDraft.parse({
      sections: [{ title: 'One', level: 1, sourceKeys: ['nobody1900'] }],
    });
    await expect(outlines.replace(owner, id, draft)).rejects.toEqual(code('VALIDATION_FAILED'));
  });
});

describe('sections', () => {
  async function withSection() {
    const { id } = await documents.create(owner, fields);
    await addSource(id, 'doe2020');
    const { sections: planned } = await outlines.replace(owner, id, outline('One'));
    return { id, sectionId: planned[0]!.id };
  }

  it('stores an edit whose citations resolve, with their evidence', async () => {
    const { id, sectionId } = await withSection();
    const content = 'A claim [@doe2020, p. 3] and another [@doe2020].';
    const saved = await sections.edit(owner, id, sectionId, { content }, '"1"');
    expect(saved).toMatchObject({ content, status: 'edited', version: 2, wordCount: 4 });
    const rows = await database.dataSource.query<unknown[]>(
      'select locator from section_citations where section_id = $1 order by ordinal',
      [sectionId],
    );
    expect(rows).toEqual([{ locator: '3' }, { locator: null }]);
  });

  it.each(['[@nobody1900]', '(Smith, 2031)', '@doe2020', '[12]'])(
    'refuses an edit with %s and keeps the text',
    async (citation) => {
      const { id, sectionId } = await withSection();
      const edit = sections.edit(owner, id, sectionId, { content: `A claim ${citation}.` });
      await expect(edit).rejects.toEqual(code('INVALID_CITATION'));
      expect((await sections.get(owner, id, sectionId)).content).toBe('');
    },
  );

  it('refuses a stale edit, and every edit by a stranger', async () => {
    const { id, sectionId } = await withSection();
    await sections.edit(owner, id, sectionId, { content: 'Newer.' }, '"1"');
    await expect(sections.edit(owner, id, sectionId, { content: 'Older.' }, '"1"')).rejects.toEqual(
      code('STALE_VERSION'),
    );
    await expect(sections.edit(stranger, id, sectionId, { content: 'X' })).rejects.toEqual(
      code('NOT_FOUND'),
    );
    expect((await sections.get(owner, id, sectionId)).content).toBe('Newer.');
  });
});
