import { readFileSync } from 'node:fs';
import { type DocumentLanguage, newId } from '../../common';
import { testDatabase, type TestDatabase } from '../../testing/test-database';
import { cleanItem } from '../csl/clean-item';
import { ImportRepository } from '../importing/import.repository';
import { readBibliography } from '../reader/bibliography/read-bibliography';
import { SAMPLE_LIBRARY } from '../sample-library';
import type { PassageDraft } from './passage';
import { PassageSearch } from './passage-search';
import { PassageRanker } from './ranking/passage-ranker';

let database: TestDatabase;
let search: PassageSearch;
let ranker: PassageRanker;
let imports: ImportRepository;
let sample: string;
const owner = newId();

beforeAll(async () => {
  database = await testDatabase();
  ranker = new PassageRanker(database.url);
  search = new PassageSearch(database.dataSource, ranker);
  imports = new ImportRepository(database.dataSource);
  await database.dataSource.query('insert into users (id, email) values ($1, $2)', [
    owner,
    'a@b.c',
  ]);
  sample = await addDocument('en', readFileSync(SAMPLE_LIBRARY, 'utf8'));
});

afterAll(async () => {
  await ranker.onApplicationShutdown();
  await database.drop();
});

async function addDocument(language: DocumentLanguage, library?: string): Promise<string> {
  const id = newId();
  await database.dataSource.query(
    `insert into documents (id, owner_id, title, topic, language, type, target_pages, citation_style)
     values ($1, $2, 'T', 'T', $3, 'essay', 5, 'apa')`,
    [id, owner, language],
  );
  if (library !== undefined) {
    await imports.store(owner, id, readBibliography(library, 'csl-json', language).drafts);
  }
  return id;
}

const work = (title: string, abstract: string, over: object = {}) => ({
  type: 'book',
  title,
  abstract,
  ...over,
});

const find = async (documentId: string, query: string, language: DocumentLanguage = 'en') =>
  (await search.search({ documentId, language, query, limit: 10 })).map(({ key }) => key);

describe('PassageSearch.search', () => {
  it('puts the works on the question first', async () => {
    const [first] = await find(
      sample,
      'Feedback: how it should be given, and when it harms performance',
    );
    expect(['hattie2007', 'kluger1996', 'nicol2006']).toContain(first);
    const spaced = await find(sample, 'Spacing practice over time');
    expect(spaced.slice(0, 3)).toContain('cepeda2006');
  });

  it.each([
    'Memory. This essay looks at the history of research on human memory from Ebbinghaus to today',
    `Metacognition. Why students misjudge what they know, how judgments of learning arise, and how
      self-regulated learning can be supported in universities over time by teachers`,
    'Expert performance and deliberate practice: how do chess players become excellent?',
  ])('finds what a long topic is about: %s', async (query) => {
    expect((await find(sample, query)).length).toBeGreaterThan(3);
  });

  it.each([
    'Volcanic eruptions and their role in the melting of glaciers',
    'The impact of climate change on coastal cities in Northern Europe',
    'Medieval trade routes in the Baltic',
    'Marketing strategies of small businesses',
    `How coastal towns adapt to rising seas. This thesis examines how small coastal communities prepare
      for floods, which policies local governments choose, how people perceive the danger, what role
      insurance plays and whether warning systems change behaviour in different social groups`,
    `Blockchain in supply chains. The paper compares how companies use distributed ledgers to track
      goods, what problems they meet in practice, how performance and costs change, and which
      conditions must hold for success`,
    'of the and, ?!',
    "'; drop table passages; -- & | ! :* <->",
    '',
  ])('finds nothing where the library does not speak about it: %s', async (query) => {
    expect(await find(sample, query)).toEqual([]);
  });

  it('gives the same answer again, ranked, and keeps to the limit and the sources asked for', async () => {
    const ask = (sourceIds?: string[]) =>
      search.search({
        documentId: sample,
        language: 'en',
        query: 'learning memory practice retrieval',
        limit: 7,
        ...(sourceIds === undefined ? {} : { sourceIds }),
      });
    const found = await ask();
    expect(found).toHaveLength(7);
    expect(await ask()).toEqual(found);
    const ranks = found.map(({ rank }) => rank);
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
    const only = found[3]?.sourceId ?? '';
    expect(new Set((await ask([only])).map(({ sourceId }) => sourceId))).toEqual(new Set([only]));
  });

  it('knows the forms of a word in each language', async () => {
    const cases: [DocumentLanguage, string, string][] = [
      ['en', 'Students who tested themselves remembered more.', 'testing'],
      ['de', 'Die Schüler wiederholten die Wörter.', 'Wort wiederholen'],
      ['fr', 'Les élèves apprennent des mots.', "l'élève apprenant"],
      ['es', 'Los estudiantes repitieron las palabras.', 'repetir palabra'],
      ['it', 'Gli studenti ripetono le parole.', 'parola'],
      ['uk', 'Повторення матеріалу зміцнює пам’ять учнів.', 'пам’яті повторенням'],
      ['cs', 'Opakování posiluje paměť žáků.', 'opakováním pamětí'],
    ];
    for (const [language, abstract, query] of cases) {
      const id = await addDocument(language, JSON.stringify([work('X', abstract)]));
      expect([language, await find(id, query, language)]).toEqual([language, ['x']]);
    }
  });

  it('does not take a word that nearly all passages share for an answer, unless it is all there is', async () => {
    const abstracts = Array.from({ length: 10 }, (_, index) =>
      work(
        `Work ${String(index)}`,
        `Plants grow in soil of the kind ${String.fromCharCode(97 + index).repeat(4)}.`,
      ),
    );
    const id = await addDocument('en', JSON.stringify(abstracts));
    expect(await find(id, 'plants aaaa')).toHaveLength(1);
    expect(await find(id, 'plants')).toHaveLength(10);
  });

  it('never leaves its document', async () => {
    expect(await find(await addDocument('en'), 'learning memory')).toEqual([]);
  });
});

describe('PassageSearch pages', () => {
  it('cites the printed page where the file is the whole of the printed work', async () => {
    const id = await addDocument('en');
    const paged = (title: string, page: string, pageCount: number) => {
      const csl = cleanItem(work(title, '', { page }));
      const text = `On ${title} something is said here.`;
      const passages: PassageDraft[] = [{ page: 2, kind: 'fulltext', text }];
      return { csl, line: null, pageCount, passages };
    };
    await imports.store(owner, id, [paged('apples', '249-255', 7), paged('pears', '249-255', 9)]);
    const pageOf = async (query: string) =>
      (await search.search({ documentId: id, language: 'en', query, limit: 1 }))[0]?.page;
    expect([await pageOf('apples'), await pageOf('pears')]).toEqual([250, 2]);
  });
});

describe('PassageSearch.all', () => {
  it('goes through every passage once, source by source, in the order of the text', async () => {
    const keys: string[] = [];
    const ids = new Set<string>();
    for await (const passages of search.all(sample)) {
      keys.push(...passages.map(({ key }) => key));
      for (const { id } of passages) ids.add(id);
    }
    const [{ count }] = await database.dataSource.query<[{ count: number }]>(
      'select count(*)::int from passages where document_id = $1',
      [sample],
    );
    expect([keys.length, ids.size]).toEqual([count, count]);
    expect(keys).toEqual([...keys].sort());
  });
});
