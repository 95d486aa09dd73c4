import { setTimeout as delay } from 'node:timers/promises';
import { newId } from '../common';
import { testApp, type TestApp } from '../testing/test-app';
import { DocumentsModule } from './documents.module';
import { DocumentsService } from './documents.service';
import { CreateDocument } from './dto/document';
import { OutlineDraft } from './dto/outline';
import { OutlineService } from './outline.service';
import { ProvenanceService } from './provenance/provenance.service';
import { wholeSource } from './section-text';
import { SectionsService } from './sections.service';
import { VersionsService } from './versions.service';

let target: TestApp;
let sections: SectionsService;
let versions: VersionsService;
let provenances: ProvenanceService;
let owner: string;

const query = (sql: string, parameters: unknown[]) =>
  target.database.dataSource.query<unknown[]>(sql, parameters);

beforeAll(async () => {
  target = await testApp({ features: { imports: [DocumentsModule] } });
  sections = target.app.get(SectionsService, { strict: false });
  versions = target.app.get(VersionsService, { strict: false });
  provenances = target.app.get(ProvenanceService, { strict: false });
  owner = newId();
  await query('insert into users (id, email) values ($1, $2)', [owner, 'author@example.org']);
});

afterAll(() => target.close());

async function newSection() {
  const fields = CreateDocument.parse({
    title: 'On learning',
    topic: 'How students learn what lasts',
    language: 'en',
    type: 'essay',
    targetPages: 5,
    citationStyle: 'apa',
  });
  const { id } = await target.app.get(DocumentsService, { strict: false }).create(owner, fields);
  const sourceId = newId();
  await query(
    `insert into sources (id, document_id, key, identity, csl, status)
     values ($1, $2, 'doe2020', 'doe', '{"id": "doe2020", "type": "book"}', 'reference_only')`,
    [sourceId, id],
  );
  const outlines = target.app.get(OutlineService, { strict: false });
  const draft = OutlineDraft.parse({ sections: [{ title: 'One', level: 1 }] });
  const { sections: planned } = await outlines.replace(owner, id, draft);
  return { id, sourceId, sectionId: planned[0]!.id };
}

type Ids = Awaited<ReturnType<typeof newSection>>;

const DRAFT = 'Sleep helps memory [@doe2020]. Tests help, too.';

const write = ({ id, sectionId, sourceId }: Ids, ...contents: string[]) =>
  target.database.dataSource.transaction((manager) =>
    sections.save(manager, {
      documentId: id,
      sectionId,
      content: contents.at(-1) ?? '',
      status: 'written',
      writer: 'model-a',
      stages: contents.map((content, index) => ({
        step: index === 0 ? 'draft' : 'polish',
        writer: 'model-a',
        promptVersion: 3,
        content,
      })),
      evidence: [wholeSource(sourceId, null)],
    }),
  );

const edit = ({ id, sectionId }: Ids, content: string) =>
  sections.edit(owner, id, sectionId, { content });

const list = ({ id }: Ids) => versions.list(owner, id, { page: 1, perPage: 20 });

/** The last edit was an hour ago. */
const letTimePass = ({ id }: Ids) =>
  query(`update section_versions set began_at = now() - interval '1 h' where document_id = $1`, [
    id,
  ]);

async function pieces({ id }: Ids): Promise<string[]> {
  const { sections: texts } = await provenances.get(owner, id);
  const { content } = await sections.get(owner, id, texts[0]!.sectionId);
  const [{ spans, origins }] = texts as [(typeof texts)[0]];
  expect(spans.map(({ start }) => start)).toEqual([0, ...spans.slice(0, -1).map(({ end }) => end)]);
  expect(spans.at(-1)?.end).toBe(content.length);
  return spans.map(
    ({ start, end, origin }) => `${origins[origin]!.step}: ${content.slice(start, end).trim()}`,
  );
}

describe('the versions of a section', () => {
  it('are each text that it had, newest first', async () => {
    const ids = await newSection();
    await write(ids, DRAFT);
    await edit(ids, `${DRAFT} I think so.`);
    await letTimePass(ids);
    await edit(ids, `${DRAFT} I doubt it.`);
    const { items, total } = await list(ids);
    expect(total).toBe(3);
    expect(items).toMatchObject([
      { version: 4, step: 'edit', writer: null, sectionTitle: 'One' },
      { version: 3, step: 'edit', wordCount: 9 },
      { version: 2, step: 'draft', writer: 'model-a' },
    ]);
    const { content } = await versions.get(owner, ids.id, items[1]!.id);
    expect(content).toBe(`${DRAFT} I think so.`);
  });

  it('are one for the edits of ten minutes', async () => {
    const ids = await newSection();
    await write(ids, DRAFT);
    for (const words of ['I', 'I think', 'I think so.']) await edit(ids, `${DRAFT} ${words}`);
    expect((await list(ids)).items.map(({ version }) => version)).toEqual([5, 2]);
    expect(await pieces(ids)).toEqual([`draft: ${DRAFT}`, 'edit: I think so.']);
  });

  it('outlive the section itself', async () => {
    const ids = await newSection();
    await write(ids, DRAFT);
    const outlines = target.app.get(OutlineService, { strict: false });
    const other = OutlineDraft.parse({ sections: [{ title: 'Another', level: 1 }] });
    await outlines.replace(owner, ids.id, other);
    const [version] = (await list(ids)).items;
    expect(await versions.get(owner, ids.id, version!.id)).toMatchObject({ content: DRAFT });
    await expect(versions.restore(owner, ids.id, version!.id)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('are nobody else’s', async () => {
    const ids = await newSection();
    await write(ids, DRAFT);
    const [version] = (await list(ids)).items;
    const stranger = newId();
    expect((await versions.list(stranger, ids.id, { page: 1, perPage: 20 })).total).toBe(0);
    const notFound = { code: 'NOT_FOUND' };
    await expect(versions.get(stranger, ids.id, version!.id)).rejects.toMatchObject(notFound);
    await expect(versions.restore(stranger, ids.id, version!.id)).rejects.toMatchObject(notFound);
    await expect(provenances.get(stranger, ids.id)).rejects.toMatchObject(notFound);
  });
});

describe('restoring a version', () => {
  it('brings the text back with its origins', async () => {
    const ids = await newSection();
    await write(ids, DRAFT);
    const [draft] = (await list(ids)).items;
    await edit(ids, 'All of it anew.');
    expect(await pieces(ids)).toEqual(['edit: All of it anew.']);
    const restored = await versions.restore(owner, ids.id, draft!.id, '"3"');
    expect(restored).toMatchObject({ content: DRAFT, version: 4, status: 'edited' });
    expect(await pieces(ids)).toEqual([`draft: ${DRAFT}`]);
  });

  it('keeps the edit that it replaces, however fresh that is', async () => {
    const ids = await newSection();
    await write(ids, DRAFT);
    const [draft] = (await list(ids)).items;
    await edit(ids, 'All of it anew.');
    await versions.restore(owner, ids.id, draft!.id);
    const [, replaced] = (await list(ids)).items;
    expect(await versions.get(owner, ids.id, replaced!.id)).toMatchObject({
      content: 'All of it anew.',
    });
  });

  it('is refused on a newer text than was seen, and without its sources', async () => {
    const ids = await newSection();
    await write(ids, DRAFT);
    const [draft] = (await list(ids)).items;
    await edit(ids, 'All of it anew.');
    await expect(versions.restore(owner, ids.id, draft!.id, '"2"')).rejects.toMatchObject({
      code: 'STALE_VERSION',
    });
    await query('delete from sources where id = $1', [ids.sourceId]);
    await expect(versions.restore(owner, ids.id, draft!.id)).rejects.toMatchObject({
      code: 'INVALID_CITATION',
    });
  });
});

describe('an edit', () => {
  it('is refused, and loses nothing, when its source goes at the same moment', async () => {
    const ids = await newSection();
    await write(ids, 'Not cited yet.');
    await query('delete from section_citations where section_id = $1', [ids.sectionId]);
    const { dataSource } = target.database;
    // holds the document's row until the source is gone, so that the edit has been checked before
    const removal = dataSource.transaction(async (manager) => {
      await manager.query('select 1 from documents where id = $1 for no key update', [ids.id]);
      await delay(300);
      await manager.query('delete from sources where id = $1', [ids.sourceId]);
    });
    await delay(50);
    await expect(edit(ids, 'A claim [@doe2020].')).rejects.toMatchObject({ code: 'CONFLICT' });
    await removal;
    expect((await sections.get(owner, ids.id, ids.sectionId)).content).toBe('Not cited yet.');
  });
});

describe('provenance', () => {
  it('tells the hands apart, and declares them', async () => {
    const ids = await newSection();
    await write(ids, 'Sleep helps memory [@doe2020].', 'Sleep greatly helps memory [@doe2020].');
    await edit(ids, 'Sleep greatly helps memory [@doe2020]. That is my view of it.');
    const { words, models, declaration, sections: texts } = await provenances.get(owner, ids.id);
    expect(words).toEqual({ model: 4, offline: 0, person: 6 });
    expect(models).toEqual(['model-a']);
    expect(declaration?.paragraphs[0]).toContain('40%');
    expect(texts[0]?.origins).toMatchObject([
      { step: 'draft', promptVersion: 3, version: 2 },
      { step: 'polish' },
      { step: 'edit', writer: null, version: 3 },
    ]);
    expect(texts[0]?.spans.flatMap(({ keys }) => keys)).toEqual(['doe2020']);
  });

  it('holds what was stored past it for a person’s', async () => {
    const ids = await newSection();
    await write(ids, DRAFT);
    await query('update sections set content = $2, version = 9 where id = $1', [
      ids.sectionId,
      `${DRAFT} By another way.`,
    ]);
    expect(await pieces(ids)).toEqual([`draft: ${DRAFT}`, 'edit: By another way.']);
  });

  it('is empty for a document without text', async () => {
    const { id } = await newSection();
    expect(await provenances.get(owner, id)).toEqual({
      sections: [],
      frontMatter: [],
      words: { model: 0, offline: 0, person: 0 },
      models: [],
      declaration: null,
    });
  });
});
