import { LibraryStage } from '../../testing/library-stage';
import { makePdf } from '../../testing/make-pdf';
import type { Document } from '../dto/document';
import type { Outline } from '../dto/outline';

jest.setTimeout(60_000);

const BIBTEX = `
@article{a, title={The testing effect}, author={Doe, Jane}, date={2020}, pages={10--20},
  abstract={Tests slow forgetting down after a delay.}}
@book{c, title={Another work}, author={Roe, Richard}, year={2001}}`;

const SENTENCE = 'Rereading feels fluent to most students, whatever they retain of it. ';
const CONTENT = 'Tests slow forgetting [@doe2020]. Rereading feels fluent [@doe2020b; @doe2020].';
const OTHER = 'Another thing stands there [@roe2001].';

let stage: LibraryStage;
let pdf: Buffer;
let sources: Record<string, string>;
let sectionIds: string[];

beforeAll(async () => {
  stage = await LibraryStage.open();
  pdf = await makePdf([SENTENCE.repeat(6)]);
});

afterAll(() => stage.close());

const planned = (keys: string[]) => ({ title: 'One', level: 1, sourceKeys: keys });

beforeEach(async () => {
  await stage.newDocument();
  const stated = { title: 'The effect of testing', authors: 'Doe, Jane', year: '2020' };
  const references = await stage.add(BIBTEX, 'a.bib');
  const scan = await stage.add(pdf, 'a.pdf', stated);
  const added = [...references.added, ...scan.added];
  sources = Object.fromEntries(added.map(({ key, id }) => [key, id]));
  sectionIds = await stage.plan([planned(['doe2020b', 'doe2020']), planned(['roe2001'])]);
  await write(0, CONTENT);
  await write(1, OTHER);
  await stage.query(
    `update section_citations c set passage_id = p.id, quotation = substr(p.text, 1, 25),
       quotation_start = 0, quotation_end = 25, state = 'supported', score = 1
     from passages p where p.source_id = c.source_id and c.section_id = $1
       and p.ordinal = 0`,
    [sectionIds[0]],
  );
});

const write = (section: number, content: string) => stage.write(sectionIds[section] ?? '', content);

const pathOf = (key: string) => `${stage.sources}/${sources[key] ?? ''}`;

const merge = (from = 'doe2020b', into = 'doe2020') =>
  stage.owner
    .send('post', `${pathOf(from)}/merge`)
    .send({ into: sources[into] })
    .expect(200);

const undo = (client = stage.owner, key = 'doe2020b') =>
  client.send('post', `${pathOf(key)}/merge/undo`);

const texts = async () => (await stage.read<Document>()).sections.map(({ content }) => content);

const joins = () =>
  stage.query('select record from source_joins where document_id = $1', [stage.documentId]);

/** All that can be read of sources, texts and citations; versions and times go on. */
async function everything() {
  const ofSources = Object.values(sources).flatMap((id) =>
    ['', '/files', '/passages', '/citations'].map((path) => `/sources/${id}${path}`),
  );
  const { sections } = await stage.read<Document>();
  const { sections: outlined } = await stage.read<Outline>('/outline');
  const citations = sectionIds.map((id) =>
    stage.query(
      'select to_jsonb(c) as row from section_citations c where section_id = $1 order by ordinal',
      [id],
    ),
  );
  return {
    texts: sections.map(({ content, status, wordCount }) => ({ content, status, wordCount })),
    outlined,
    sources: await Promise.all(['/sources', ...ofSources].map((path) => stage.read(path))),
    rows: await Promise.all(
      ['sources', 'passages', 'source_files'].map((table) => stage.rows(table)),
    ),
    citations: await Promise.all(citations),
    bibliography: await stage.read('/bibliography'),
    files: await stage.keptFiles(),
  };
}

describe('undoing that two sources became one', () => {
  it('restores both, with passages, file, evidence, texts and outline', async () => {
    const before = await everything();
    await merge();
    await stage.owner.send('get', pathOf('doe2020b')).expect(404);
    const { body } = await undo().expect(200);
    const id = sources['doe2020b'];
    expect(body).toEqual({ id, key: 'doe2020b', sections: [sectionIds[0]] });
    expect(await everything()).toEqual(before);
    await undo().expect(404);
    expect(await everything()).toEqual(before);
  });

  it('can be done again after another merge', async () => {
    const before = await everything();
    await merge();
    await undo().expect(200);
    await merge();
    await undo().expect(200);
    expect(await everything()).toEqual(before);
  });

  it.each([
    ['the same source', 'roe2001', 'doe2020'],
    ['another source, the one that stayed', 'doe2020', 'roe2001'],
  ])('can be done once a later merge into %s is undone', async (_, from, into) => {
    const before = await everything();
    await merge();
    const between = await texts();
    await merge(from, into);
    await undo(stage.owner, from).expect(200);
    expect(await texts()).toEqual(between);
    await undo().expect(200);
    expect(await everything()).toEqual(before);
  });

  it('can be done for each of a chain, the last one first, and each is forgotten in its own time', async () => {
    const { added } = await stage.add(
      '@book{z, title={Last}, author={Zed, Zoe}, year={1999}}',
      'z.bib',
    );
    const chain = ['doe2020b', 'doe2020', 'roe2001', added[0]?.key ?? ''];
    sources = { ...sources, [chain[3] ?? '']: added[0]?.id ?? '' };
    const before = await everything();
    const states = [];
    for (const [index, key] of chain.slice(0, 3).entries()) {
      states.push({ key, written: await texts() });
      await merge(key, chain[index + 1]);
    }
    const records = await joins();
    expect(records).toHaveLength(3);
    expect(JSON.stringify(records).match(/"title": ?"The testing effect"/g)).toHaveLength(1);
    expect((await undo(stage.owner, 'doe2020b')).status).toBe(404);
    for (const { key, written } of states.reverse()) {
      await undo(stage.owner, key).expect(200);
      expect(await texts()).toEqual(written);
    }
    expect(await everything()).toEqual(before);
    expect(await joins()).toEqual([]);
  });

  it('is refused after a later merge whose texts have changed before it was undone', async () => {
    await merge();
    await write(0, `${CONTENT} More.`.replace('doe2020b; @', ''));
    await merge('doe2020', 'roe2001');
    await undo(stage.owner, 'doe2020').expect(200);
    expect((await undo().expect(409)).body).toMatchObject({ reason: 'MERGE_TEXT_CHANGED' });
  });

  it('keeps what has been corrected and planned since', async () => {
    await merge();
    await stage.owner.send('patch', pathOf('doe2020')).send({ volume: '7' }).expect(200);
    await stage.plan([
      { ...planned(['roe2001']), id: sectionIds[0] },
      { ...planned(['doe2020']), id: sectionIds[1] },
    ]);
    await undo().expect(200);
    expect(await stage.read(`/sources/${sources['doe2020'] ?? ''}`)).toMatchObject({ volume: '7' });
    const { sections } = await stage.read<Outline>('/outline');
    expect(sections.map(({ sourceKeys }) => sourceKeys)).toEqual([
      ['roe2001', 'doe2020b'],
      ['doe2020'],
    ]);
  });

  it('is refused where a text that was rewritten has changed since', async () => {
    await merge();
    await write(0, 'Something else [@doe2020].');
    const { body } = await undo().expect(409);
    expect(body).toMatchObject({ code: 'CONFLICT', reason: 'MERGE_TEXT_CHANGED' });
  });

  it('is refused where another text rests on what would go back', async () => {
    await merge();
    await write(1, 'Rereading feels fluent [@doe2020].');
    await stage.query(
      `update section_citations c set passage_id = p.id, quotation = substr(p.text, 1, 25),
         quotation_start = 0, quotation_end = 25
       from passages p where p.source_id = c.source_id and c.section_id = $1
         and p.kind = 'fulltext' and p.ordinal = 1`,
      [sectionIds[1]],
    );
    const { body } = await undo().expect(409);
    expect(body).toMatchObject({ reason: 'MERGE_TEXT_CHANGED' });
    expect((body as { detail: string }).detail).toContain('“One”');
  });

  it('is refused where another source has its key', async () => {
    await merge();
    await stage.add('@book{x, title={New one}, author={Doe, Jane}, year={2020}}', 'x.bib');
    const { body } = await undo().expect(409);
    expect(body).toMatchObject({ code: 'CONFLICT', reason: 'MERGE_PLACE_TAKEN' });
  });

  it('is nobody else’s, not of what was never merged, and waits for a job', async () => {
    await undo().expect(404);
    await merge();
    await undo(stage.stranger).expect(404);
    await undo(stage.owner, 'roe2001').expect(404);
    await stage.beginJob();
    expect((await undo().expect(409)).body).toMatchObject({ code: 'JOB_ACTIVE' });
  });

  it('ends with the source that stayed', async () => {
    await merge();
    await stage.query('delete from section_citations where source_id = $1', [sources['doe2020']]);
    await stage.owner.send('delete', pathOf('doe2020')).expect(204);
    await undo().expect(404);
  });

  it('leaves nothing behind with the last source of a chain', async () => {
    await merge();
    await merge('doe2020', 'roe2001');
    expect(await joins()).toHaveLength(2);
    await stage.query('delete from section_citations where source_id = $1', [sources['roe2001']]);
    await stage.owner.send('delete', pathOf('roe2001')).expect(204);
    expect(await joins()).toEqual([]);
  });
});
