import { createHash } from 'node:crypto';
import type { SourceCitationList } from '../../documents/dto/source-citation';
import { LibraryStage } from '../../testing/library-stage';
import { makeDocx } from '../../testing/make-docx';
import { makePdf } from '../../testing/make-pdf';
import { TestClient } from '../../testing/test-client';
import type { SourceFileList, SourcePassage } from './dto/source-file';

jest.setTimeout(60_000);

const words = (page: number) =>
  `On page ${String(page)} stands a sentence about memory that can be quoted. `.repeat(4);

let stage: LibraryStage;
let pdf: Buffer;

beforeAll(async () => {
  stage = await LibraryStage.open();
  pdf = await makePdf([words(1), { text: words(2), pageBreak: 'before' }]);
});

afterAll(() => stage.close());

beforeEach(() => stage.newDocument());

async function added(content: Buffer | string, name: string): Promise<string> {
  const { added: sources, merged } = await stage.add(content, name, { title: 'On memory' });
  return (sources[0] ?? merged[0])?.id ?? '';
}

const files = async (id: string) =>
  (await stage.read<SourceFileList>(`/sources/${id}/files`)).items;

const passages = async (id: string) =>
  (await stage.read<{ items: SourcePassage[] }>(`/sources/${id}/passages`)).items;

const file = (id: string, headers: Record<string, string> = {}, client = stage.owner) =>
  client.send('get', `${stage.sources}/${id}/file`).set(headers).buffer(true);

describe('the file of a source', () => {
  it('is kept as it came, and served to its owner only', async () => {
    const id = await added(pdf, 'memory.pdf');
    expect(await files(id)).toMatchObject([{ kind: 'pdf', fileSize: pdf.length }]);
    const { body, headers } = await file(id).expect(200);
    expect(pdf.equals(body as Buffer)).toBe(true);
    expect(headers).toMatchObject({
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store',
      'content-disposition': 'attachment; filename="source.pdf"',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': 'application/pdf',
      etag: `"${createHash('sha256').update(pdf).digest('hex')}"`,
      'x-content-type-options': 'nosniff',
    });
    for (const path of ['file', 'files', 'passages', 'citations']) {
      await stage.stranger.send('get', `${stage.sources}/${id}/${path}`).expect(404);
    }
    await new TestClient(stage.target).send('get', `${stage.sources}/${id}/file`).expect(401);
  });

  it('is served in parts', async () => {
    const id = await added(pdf, 'memory.pdf');
    const { body, headers } = await file(id, { Range: 'bytes=10-19' }).expect(206);
    expect(pdf.subarray(10, 20).equals(body as Buffer)).toBe(true);
    const size = String(pdf.length);
    expect(headers).toMatchObject({
      'content-length': '10',
      'content-range': `bytes 10-19/${size}`,
    });
    const end = await file(id, { Range: 'bytes=-4' }).expect(206);
    expect(pdf.subarray(-4).equals(end.body as Buffer)).toBe(true);
    const beyond = await stage.owner
      .send('get', `${stage.sources}/${id}/file`)
      .set('Range', `bytes=${size}-`)
      .expect(416);
    expect(beyond.headers['content-range']).toBe(`bytes */${size}`);
    expect(beyond.body).toMatchObject({ code: 'RANGE_NOT_SATISFIABLE' });
  });

  it.each([
    ['several parts', { Range: 'bytes=0-1,4-5' }],
    ['no range that can be read', { Range: 'lines=1-2' }],
    ['a part of an earlier file', { Range: 'bytes=0-1', 'If-Range': '"other"' }],
  ])('is served whole for %s', async (_, headers) => {
    const id = await added(pdf, 'memory.pdf');
    const { body } = await file(id, headers).expect(200);
    expect(pdf.equals(body as Buffer)).toBe(true);
  });

  it('is what its passages come from, page by page', async () => {
    const id = await added(pdf, 'memory.pdf');
    const [{ id: fileId } = { id: '' }] = await files(id);
    const text = await passages(id);
    expect(text.map(({ page }) => page)).toEqual([1, 2]);
    expect(text[1]).toMatchObject({ fileId, kind: 'fulltext' });
    expect(text[1]?.text).toContain('On page 2');
  });

  it('can be a Word file, and is none for references', async () => {
    const docx = await makeDocx([words(1), words(2)]);
    const id = await added(docx, 'memory.docx');
    expect(await files(id)).toMatchObject([{ kind: 'docx', fileSize: docx.length }]);
    expect((await passages(id))[0]).toMatchObject({ page: null });
    const { added: references } = await stage.add('@book{a, title={Another}}', 'a.bib');
    expect(await files(references[0]?.id ?? '')).toEqual([]);
    await stage.owner.send('get', `${stage.sources}/${references[0]?.id ?? ''}/file`).expect(404);
  });

  it('is kept for a source that came before files were, when it is added again', async () => {
    const id = await added(pdf, 'memory.pdf');
    await stage.query('delete from source_files where source_id = $1', [id]);
    expect(await files(id)).toEqual([]);
    expect(await added(pdf, 'memory.pdf')).toBe(id);
    expect(await files(id)).toHaveLength(1);
    expect((await passages(id))[1]?.fileId).toBe((await files(id))[0]?.id);
  });

  it('is not kept twice, nor for passages of another file', async () => {
    const id = await added(pdf, 'memory.pdf');
    const before = await stage.keptFiles();
    await added(pdf, 'memory.pdf');
    await added(await makePdf([words(3)]), 'other.pdf');
    expect(await files(id)).toHaveLength(1);
    expect(await stage.keptFiles()).toEqual(before);
  });

  it('is not kept beyond what a document may keep', async () => {
    const id = await added(pdf, 'memory.pdf');
    await stage.query('update source_files set file_size = 1073741824 where source_id = $1', [id]);
    const { added: more } = await stage.add(await makePdf([words(4)]), 'b.pdf', { title: 'More' });
    expect(more[0]?.status).toBe('ready');
    expect(await files(more[0]?.id ?? '')).toEqual([]);
    expect(await stage.keptFiles()).toHaveLength(1);
  });

  it('goes with its source, and with its document', async () => {
    const id = await added(pdf, 'memory.pdf');
    await stage.owner.send('delete', `${stage.sources}/${id}`).expect(204);
    expect(await stage.keptFiles()).toEqual([]);
    await added(pdf, 'memory.pdf');
    expect(await stage.keptFiles()).toHaveLength(1);
    await stage.owner.send('delete', stage.document).expect(204);
    expect(await stage.keptFiles()).toEqual([]);
  });

  it('says that it is gone when the store has lost it', async () => {
    const id = await added(pdf, 'memory.pdf');
    await stage.storage.deleteFolder(`documents/${stage.documentId}`);
    await stage.owner.send('get', `${stage.sources}/${id}/file`).expect(404);
  });

  it('stays with its passages when two sources become one', async () => {
    const from = await added(pdf, 'memory.pdf');
    const { added: others } = await stage.add('@book{a, title={Memory, a reprint}}', 'a.bib');
    const into = others[0]?.id ?? '';
    await stage.owner.send('post', `${stage.sources}/${from}/merge`).send({ into }).expect(200);
    const [{ id: fileId } = { id: '' }] = await files(into);
    expect((await passages(into)).map((one) => one.fileId)).toEqual([fileId, fileId]);
    const { body } = await file(into).expect(200);
    expect(pdf.equals(body as Buffer)).toBe(true);
  });
});

describe('GET /documents/{id}/sources/{sourceId}/citations', () => {
  const citations = async (id: string) =>
    (
      (await stage.owner.send('get', `${stage.sources}/${id}/citations`).expect(200))
        .body as SourceCitationList
    ).items;

  it('tells where the text cites a source, and on what that rests', async () => {
    const id = await added(pdf, 'memory.pdf');
    expect(await citations(id)).toEqual([]);
    const [sectionId] = await stage.plan([{ title: 'One', level: 1 }]);
    const [, second] = await passages(id);
    const cite = `insert into section_citations (section_id, ordinal, source_id, passage_id,
        locator, quotation, quotation_start, quotation_end, state)
      values ($1, $2, $3, $4, '2', $5, $6, $7, $8)`;
    const quotation = second?.text.slice(3, 20);
    await stage.query(cite, [sectionId, 0, id, second?.id, quotation, 3, 20, 'weak']);
    await stage.query(cite, [sectionId, 1, id, null, null, null, null, 'unchecked']);
    const passage = { id: second?.id, place: 1, fileId: second?.fileId, page: 2 };
    expect(await citations(id)).toEqual([
      {
        ...{ sectionId, sectionTitle: 'One', ordinal: 0, locator: '2', state: 'weak' },
        passage: { ...passage, text: second?.text, start: 3, end: 20 },
      },
      {
        ...{ sectionId, sectionTitle: 'One', ordinal: 1, locator: '2', state: 'unchecked' },
        passage: null,
      },
    ]);
  });
});
