import { Repository } from 'typeorm';
import { newId } from '../../common';
import { testDatabase, type TestDatabase } from '../../testing/test-database';
import { readBibliography } from '../reader/bibliography/read-bibliography';
import { SourceEntity } from '../source.entity';
import { SourceLibrary } from '../source-library';
import { ImportRepository } from './import.repository';

let database: TestDatabase;
let imports: ImportRepository;
let library: SourceLibrary;
const owner = newId();

beforeAll(async () => {
  database = await testDatabase([SourceEntity]);
  imports = new ImportRepository(database.dataSource);
  library = new SourceLibrary(new Repository(SourceEntity, database.dataSource.manager));
  await database.dataSource.query('insert into users (id, email) values ($1, $2)', [
    owner,
    'a@b.c',
  ]);
});

afterAll(() => database.drop());

async function addDocument(): Promise<string> {
  const id = newId();
  await database.dataSource.query(
    `insert into documents (id, owner_id, title, topic, language, type, target_pages, citation_style)
     values ($1, $2, 'T', 'T', 'en', 'essay', 5, 'apa')`,
    [id, owner],
  );
  return id;
}

const read = (bibtex: string) => readBibliography(bibtex, 'bibtex', 'en').drafts;

const DOE = '@book{a, title={One}, author={Doe, Jane}, year=2020, abstract={It says. So.}}';

describe('ImportRepository', () => {
  it('stores sources with their passages, and gives them out by key', async () => {
    const id = await addDocument();
    await imports.store(owner, id, read(`${DOE}\n@article{b, title={Two}, pages={249--255}}`));
    expect(await library.list(id)).toMatchObject([
      { key: 'doe2020', status: 'ready', csl: { id: 'doe2020', title: 'One' }, printedPages: null },
      {
        key: 'two',
        status: 'reference_only',
        printedPages: { first: 249, last: 255 },
        firstPage: 249,
      },
    ]);
  });

  it('changes nothing when the same file comes again', async () => {
    const id = await addDocument();
    await imports.store(owner, id, read(DOE));
    const before = await library.list(id);
    const { added, merged, passages } = await imports.store(owner, id, read(DOE));
    expect([added.length, merged.length, passages.length]).toEqual([0, 1, 0]);
    expect(await library.list(id)).toEqual(before);
  });

  it('continues the passages of a source that learns more', async () => {
    const id = await addDocument();
    await imports.store(owner, id, read(DOE));
    const noted = DOE.replace('year=2020', 'year=2020, annote={A note.}, publisher={Press}');
    await imports.store(owner, id, read(noted));
    const rows = await database.dataSource.query<{ kind: string; ordinal: number }[]>(
      'select kind, ordinal from passages where document_id = $1 order by ordinal',
      [id],
    );
    expect(rows).toEqual([
      { kind: 'abstract', ordinal: 0 },
      { kind: 'annotation', ordinal: 1 },
    ]);
    expect(await library.list(id)).toMatchObject([{ csl: { publisher: 'Press' } }]);
  });

  it('does not store half of an import', async () => {
    const id = await addDocument();
    const drafts = read(`${DOE}\n@book{b, title={Two}, abstract={Text.}}`);
    const last = drafts.at(-1)?.passages[0];
    if (last !== undefined) last.page = 1e10;
    await expect(imports.store(owner, id, drafts)).rejects.toThrow();
    expect(await library.list(id)).toEqual([]);
  });

  it('keeps keys and works unique when imports come at the same time', async () => {
    const id = await addDocument();
    const file = Array.from(
      { length: 5 },
      (_, index) => `@book{k, title={Work ${String(index)}}, author={Doe, J.}, year=2020}`,
    );
    const drafts = () => read(file.join('\n'));
    await Promise.all(Array.from({ length: 8 }, () => imports.store(owner, id, drafts())));
    expect((await library.list(id)).map(({ key }) => key)).toEqual([
      'doe2020',
      'doe2020b',
      'doe2020c',
      'doe2020d',
      'doe2020e',
    ]);
  });

  it('finds the sources that rows from before the identities stand for', async () => {
    const id = await addDocument();
    await imports.store(owner, id, read(`${DOE}\n@book{b, title={Two}, doi={10.1000/1}}`));
    const forget = 'update sources set doi = null, work = null, title_start = null';
    await database.dataSource.query(forget);
    const again = read(`${DOE}\n@book{x, title={Zwei}, doi={10.1000/1}}`);
    const { added, merged } = await imports.store(owner, id, again);
    expect([added.length, merged.length]).toEqual([0, 2]);
  });

  it('gives text to the only reference that it begins with the title or the DOI of', async () => {
    const id = await addDocument();
    const known = `@book{a, title={The spacing of practice in schools}}
      @book{b, title={Short}, doi={10.1000/XYZ.2}}
      @book{c, title={Another long title of a work}}`;
    await imports.store(owner, id, read(known));
    const text = (title: string, opening: string) =>
      read(`@misc{t, title={${title}}}`).map((draft) => ({ ...draft, opening }));
    const titled = text('scan 1', 'Vol. 3 THE SPACING OF PRACTICE IN SCHOOLS by J. Doe');
    const numbered = text('scan 2', 'https://doi.org/10.1000/xyz.2Abstract We show');
    for (const [drafts, key] of [
      [titled, 'spacingpracticeschools'],
      [numbered, 'short'],
    ] as const) {
      expect((await imports.store(owner, id, drafts)).merged).toMatchObject([{ key }]);
    }
    expect((await imports.store(owner, id, text('scan 4', 'Nothing known'))).added).toHaveLength(1);
  });

  it('gives keys beside those of the same beginning', async () => {
    const id = await addDocument();
    const two = (title: string) => `@book{a, title={${title}}, author={Doe, J.}, year=2020}`;
    await imports.store(owner, id, read(`${two('One')}\n@book{b, title={x}, author={Doeb, A.}}`));
    await imports.store(owner, id, read(`${two('Two')}\n@book{b, title={y}, author={Doe, A.}}`));
    await imports.store(owner, id, read('@book{b, title={z}, author={Doe, B.}}'));
    const keys = (await library.list(id)).map(({ key }) => key);
    expect(keys).toEqual(['doe', 'doe2020', 'doe2020b', 'doeb', 'doec']);
  });

  it('finds no document of another owner', async () => {
    const id = await addDocument();
    await expect(imports.store(newId(), id, read(DOE))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await library.list(id)).toEqual([]);
  });
});
