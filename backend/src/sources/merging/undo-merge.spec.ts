import { LibraryStage } from '../../testing/library-stage';
import { makePdf } from '../../testing/make-pdf';
import { TestClient } from '../../testing/test-client';
import type { Source } from '../dto/source';

jest.setTimeout(60_000);

const TITLE = 'The lasting effect of testing';
const BARE = `@article{a, title={${TITLE}}, author={Doe, Jane}, year={2020},
  abstract={Tests slow forgetting down after a delay.}}
@book{b, title={Another work}, author={Roe, Richard}, year={2001}}`;
const RICHER = BARE.replace('year={2020}', 'year={2020}, doi={10.1000/1}, journal={Memory}');

let stage: LibraryStage;
let pdf: Buffer;
let source: Source;
let sectionId: string;

const words = (page: number) =>
  `On page ${String(page)} stands a sentence about memory that can be quoted. `.repeat(4);

beforeAll(async () => {
  stage = await LibraryStage.open();
  pdf = await makePdf([TITLE, words(1), { text: words(2), pageBreak: 'before' }]);
});

afterAll(() => stage.close());

/** Adds what is taken for the source that is there; how to undo it. */
async function merge(...[content, name, fields]: Parameters<LibraryStage['add']>) {
  const { added, merges } = await stage.add(content, name, fields);
  expect(added).toEqual([]);
  expect(merges.map(({ sourceId }) => sourceId)).toEqual([source.id]);
  return merges[0]?.id ?? '';
}

const undo = (mergeId: string, client = stage.owner) =>
  client.send('post', `${stage.sources}/${source.id}/merges/${mergeId}/undo`);

/** Everything that can be read of the sources, and of what the text cites of them. */
async function everything() {
  const paths = ['', '/files', '/passages', '/citations'].map(
    (path) => `/sources/${source.id}${path}`,
  );
  return {
    list: await stage.read('/sources'),
    source: await Promise.all(paths.map((path) => stage.read(path))),
    support: await stage.read(`/sections/${sectionId}/support`),
    document: await stage.read(),
    rows: await Promise.all(
      ['sources', 'passages', 'source_files'].map((table) => stage.rows(table)),
    ),
    files: await stage.keptFiles(),
  };
}

/** Has the first citation rest on the passage with these words, as a writer's would. */
async function restOn(phrase: string): Promise<void> {
  await stage.query(
    `update section_citations c set passage_id = p.id, quotation = substr(p.text, 1, 20),
       quotation_start = 0, quotation_end = 20, state = 'supported'
     from passages p where p.source_id = c.source_id and c.section_id = $1 and p.text like $2`,
    [sectionId, `%${phrase}%`],
  );
}

beforeEach(async () => {
  await stage.newDocument();
  const { added, merges } = await stage.add(BARE, 'a.bib');
  expect(merges).toEqual([]);
  source = added[0] as Source;
  [sectionId = ''] = await stage.plan([{ title: 'One', level: 1 }]);
  await stage.write(sectionId, 'Tests slow forgetting down [@doe2020]. More [@roe2001].');
  await restOn('Tests slow');
});

describe('undoing that a source took in an entry', () => {
  it('takes text, file and facts out again, and leaves all else as it was', async () => {
    const before = await everything();
    const byPdf = await merge(pdf, 'scan.pdf');
    const learnt = await everything();
    expect(learnt.files).toHaveLength(1);
    const byReference = await merge(RICHER, 'b.bib');
    await undo(byReference).expect(200);
    expect(await everything()).toEqual(learnt);
    const { body } = await undo(byPdf).expect(200);
    expect(body).toEqual(source);
    expect(await everything()).toEqual(before);
  });

  it('works in any order', async () => {
    const before = await everything();
    const byPdf = await merge(pdf, 'scan.pdf');
    const byReference = await merge(RICHER, 'b.bib');
    await undo(byPdf).expect(200);
    expect((await undo(byReference).expect(200)).body).toEqual(source);
    expect(await everything()).toEqual(before);
  });

  it('takes only the file out again where the text had been there', async () => {
    await merge(pdf, 'scan.pdf');
    await stage.query('delete from source_files where source_id = $1', [source.id]);
    const before = await everything();
    const stated = { title: TITLE, authors: 'Doe, Jane', year: '2020' };
    const again = await merge(pdf, 'scan.pdf', stated);
    expect(await stage.rows('source_files')).toHaveLength(1);
    await undo(again).expect(200);
    expect({ ...(await everything()), files: [] }).toEqual({ ...before, files: [] });
  });

  it('can be done once', async () => {
    const id = await merge(pdf, 'scan.pdf');
    await undo(id).expect(200);
    const after = await everything();
    await undo(id).expect(404);
    expect(await everything()).toEqual(after);
  });

  it('keeps what has been corrected since', async () => {
    const id = await merge(RICHER, 'b.bib');
    const edit = { container: 'Letters', year: 2021, mandatory: true };
    await stage.owner.send('patch', `${stage.sources}/${source.id}`).send(edit).expect(200);
    const { body } = await undo(id).expect(200);
    expect(body).toMatchObject({ ...edit, doi: null, title: TITLE });
  });

  it('is refused where the text rests on what would go', async () => {
    const id = await merge(pdf, 'scan.pdf');
    await restOn('On page 1');
    const before = await everything();
    const { body } = await undo(id).expect(409);
    expect(body).toMatchObject({ code: 'CONFLICT', reason: 'MERGE_CITED' });
    expect((body as { detail: string }).detail).toContain('“One”');
    expect(await everything()).toEqual(before);
  });

  it('is refused where the source would be the same as one that has come since', async () => {
    const id = await merge(RICHER, 'b.bib');
    await stage.add(BARE.replace('@article{a', '@article{c, doi={10.1000/2}'), 'c.bib');
    await stage.query(
      `update sources set csl = csl - 'DOI', doi = null
         where document_id = $1 and csl->>'DOI' = '10.1000/2'`,
      [stage.documentId],
    );
    const { body } = await undo(id).expect(409);
    expect(body).toMatchObject({ code: 'CONFLICT', reason: 'SAME_WORK' });
  });

  it('waits while the document is being written', async () => {
    const id = await merge(pdf, 'scan.pdf');
    await stage.beginJob();
    expect((await undo(id).expect(409)).body).toMatchObject({ code: 'JOB_ACTIVE' });
  });

  it('is nobody else’s, and nobody’s once the source has gone', async () => {
    const id = await merge(RICHER, 'b.bib');
    await undo(id, stage.stranger).expect(404);
    await new TestClient(stage.target)
      .send('post', `${stage.sources}/${source.id}/merges/${id}/undo`)
      .expect(401);
    const { items } = await stage.read<{ items: Source[] }>('/sources');
    const other = items.find((one) => one.id !== source.id);
    await stage.owner
      .send('post', `${stage.sources}/${other?.id ?? ''}/merges/${id}/undo`)
      .expect(404);
    await stage.query('delete from section_citations where source_id = $1', [source.id]);
    await stage.owner.send('delete', `${stage.sources}/${source.id}`).expect(204);
    await undo(id).expect(404);
  });

  it('is not offered where nothing was taken in', async () => {
    expect(await stage.add(BARE, 'a.bib')).toMatchObject({ added: [], merges: [] });
    expect((await stage.add(`${BARE}\n@misc{n, title={New}}`, 'a.bib')).merges).toEqual([]);
  });
});
