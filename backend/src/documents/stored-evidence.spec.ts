import { newId } from '../common';
import { type TestDatabase, testDatabase } from '../testing/test-database';
import { SectionsRepository } from './sections.repository';
import { type CitationEvidence, wholeSource } from './section-text';

const TEXT = 'Tests slow forgetting 𝛼𝛽 down. Students overrate fluency.';
const QUOTATION = '𝛽 down. Students';

let database: TestDatabase;
let repository: SectionsRepository;
const [owner, documentId, otherDocument, sectionId] = [newId(), newId(), newId(), newId()];
const [source, other, foreign, passage] = [newId(), newId(), newId(), newId()];

const query = (sql: string, parameters: unknown[] = []) =>
  database.dataSource.query<unknown[]>(sql, parameters);

beforeAll(async () => {
  database = await testDatabase();
  repository = new SectionsRepository(database.dataSource);
  await query('insert into users (id, email) values ($1, $2)', [owner, 'a@example.org']);
  for (const id of [documentId, otherDocument]) {
    await query(
      `insert into documents (id, owner_id, title, topic, language, type, target_pages,
         citation_style) values ($1, $2, 'T', 'A topic of some length', 'en', 'essay', 5, 'apa')`,
      [id, owner],
    );
  }
  await query(`insert into sections (id, document_id, position, title) values ($1, $2, 0, 'S')`, [
    sectionId,
    documentId,
  ]);
  const works = [
    [source, documentId],
    [other, documentId],
    [foreign, otherDocument],
  ] as const;
  for (const [id, document] of works) {
    await query(
      `insert into sources (id, document_id, key, identity, csl, status)
       values ($1, $2, $3, $3, '{}', 'ready')`,
      [id, document, `k${id}`],
    );
  }
  await query(
    `insert into passages (id, document_id, source_id, ordinal, kind, text)
     values ($1, $2, $3, 0, 'fulltext', $4)`,
    [passage, documentId, source, TEXT],
  );
});

afterAll(() => database.drop());

const evidence = (changes: Partial<CitationEvidence> = {}): CitationEvidence => {
  const start = TEXT.indexOf(QUOTATION);
  return {
    sourceId: source,
    passageId: passage,
    locator: null,
    quotation: QUOTATION,
    start,
    end: start + QUOTATION.length,
    state: 'supported',
    score: 0.75,
    modelChecked: false,
    ...changes,
  };
};

const save = (...citations: CitationEvidence[]) =>
  database.dataSource.transaction((manager) =>
    repository.save(manager, {
      documentId,
      sectionId,
      content: 'A claim.',
      status: 'written',
      writer: 'm',
      evidence: citations,
    }),
  );

const stored = async () => (await repository.getEvidenced(owner, documentId, sectionId)).evidence;

describe('stored evidence', () => {
  it('comes back as it was written, with offsets as JavaScript counts them', async () => {
    const written = [evidence(), wholeSource(other, '12'), evidence({ state: 'weak', score: 0.5 })];
    await save(...written);
    expect(await stored()).toEqual(written);
  });

  it.each<[string, Partial<CitationEvidence>]>([
    ['a quotation that is not in the passage', { quotation: '𝛽 down. Student!' }],
    ['a place that is not the quotation’s', { start: 3, end: 3 + QUOTATION.length }],
    ['a quotation without a place', { start: null, end: null }],
    ['a quotation without a passage', { passageId: null }],
    ['a passage without a quotation', { quotation: null, start: null, end: null }],
    ['a passage of another source', { sourceId: other }],
    ['a source of another document', { ...wholeSource(foreign, null) }],
    ['an unknown state', { state: 'passed' as 'supported' }],
  ])('is refused with %s, and the text with it', async (_, changes) => {
    await save(evidence());
    await expect(save(evidence(changes))).rejects.toThrow();
    expect(await stored()).toEqual([evidence()]);
  });

  it('rests on the source as a whole when its passage goes', async () => {
    const id = newId();
    await query(
      `insert into passages (id, document_id, source_id, ordinal, kind, text)
       values ($1, $2, $3, 1, 'fulltext', $4)`,
      [id, documentId, source, TEXT],
    );
    await save(evidence({ passageId: id }));
    await query('delete from passages where id = $1', [id]);
    expect(await stored()).toEqual([wholeSource(source, null)]);
  });

  it('keeps its source from being deleted, but not its document', async () => {
    await save(evidence());
    await expect(query('delete from sources where id = $1', [source])).rejects.toThrow(
      'section_citations_source_id_fkey',
    );
    await query('delete from documents where id = $1', [documentId]);
    expect(await query('select 1 from section_citations')).toEqual([]);
  });
});
