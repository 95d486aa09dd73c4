import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseCitations } from '../backend/src/citations';
import { docxText, firstDifference, readPdf } from '../backend/src/testing/export-text';
import { Api } from './support/api';
import { startSystem, type System } from './support/system';

interface Job {
  jobId: string;
  status: string;
  sectionsDone: number;
  sectionsTotal: number;
  error?: { code: string; detail: string };
}

interface Thesis {
  id: string;
  status: string;
  sections: { id: string; content: string; status: string; version: number }[];
}

const SAMPLE = JSON.parse(
  readFileSync(resolve(__dirname, '../samples/learning-science/document.json'), 'utf8'),
) as { targetPages: number };

let system: System;
let api: Api;

async function until(jobId: string, done: (job: Job) => boolean): Promise<Job> {
  const deadline = Date.now() + 120_000;
  for (;;) {
    const { body } = await api.get<Job>(`/jobs/${jobId}/status`);
    if (done(body)) return body;
    if (Date.now() > deadline) throw new Error(`job is ${JSON.stringify(body)}`);
    await delay(20);
  }
}

async function download(documentId: string, format: 'docx' | 'pdf'): Promise<Buffer> {
  const { status, body } = await api.post<{ downloadUrl: string }>(
    `/documents/${documentId}/export`,
    { format },
  );
  expect(status).toBe(201);
  // The link works by itself, without sign-in
  return Buffer.from(await (await fetch(body.downloadUrl)).arrayBuffer());
}

beforeAll(async () => {
  system = await startSystem({}, ['main']);
  api = await new Api(system).signIn('student@example.org');
}, 120_000);

afterAll(() => system.stop());

describe('a thesis from the sample library', () => {
  let thesis: Thesis;
  let pdf: Buffer;
  let docx: Buffer;

  it('is written by a worker that was killed and one that took over', async () => {
    const created = await api.post<Thesis>('/documents', SAMPLE);
    expect(created.status).toBe(201);
    const { id } = created.body;
    expect((await api.post(`/documents/${id}/sources/sample`)).status).toBe(201);
    const started = await api.post<Job>('/jobs/generate/document-async', { documentId: id });
    expect(started.status).toBe(202);
    const { jobId } = started.body;

    const first = await system.start('worker');
    await until(jobId, ({ sectionsDone }) => sectionsDone >= 2);
    first.kill('SIGKILL');
    const kept = (await api.get<Thesis>(`/documents/${id}`)).body.sections.filter(
      ({ status }) => status === 'written',
    );
    expect(kept.length).toBeGreaterThanOrEqual(2);

    await system.start('worker');
    const ended = await until(jobId, ({ status }) => !['queued', 'running'].includes(status));
    expect(ended).toMatchObject({ status: 'completed', sectionsDone: ended.sectionsTotal });

    thesis = (await api.get<Thesis>(`/documents/${id}`)).body;
    expect(thesis.status).toBe('completed');
    // What the killed worker had finished was not written again
    expect(thesis.sections).toEqual(expect.arrayContaining(kept));
  }, 180_000);

  it('cites only its sources', async () => {
    const { body } = await api.get<{ items: { key: string }[] }>(
      `/documents/${thesis.id}/sources?perPage=100`,
    );
    const keys = new Set(body.items.map(({ key }) => key));
    const cited = thesis.sections.flatMap(({ content }) => {
      const { clusters, malformed } = parseCitations(content);
      expect(malformed).toEqual([]);
      return clusters.flatMap(({ items }) => items.map(({ key }) => key));
    });
    expect(cited.length).toBeGreaterThan(40);
    expect(cited.filter((key) => !keys.has(key))).toEqual([]);
  });

  it('is exported as DOCX and PDF with the same text', async () => {
    docx = await download(thesis.id, 'docx');
    pdf = await download(thesis.id, 'pdf');
    const { pages } = await readPdf(pdf);
    expect(pages.length).toBeGreaterThanOrEqual(SAMPLE.targetPages - 2);
    expect(pages.length).toBeLessThanOrEqual(SAMPLE.targetPages + 2);
    // Page numbers, in the footers and the contents, are the only figures that may differ
    const inDocx = letters(await docxText(docx));
    expect(firstDifference(letters(pages.join(' ')), inDocx)).toBeNull();
    const texts = thesis.sections.map(({ content }) =>
      content.replace(/\[[^[\]]*@[^[\]]*\]/g, '\n'),
    );
    const sentences = texts.flatMap((text) => text.split(/[\n.]+/)).map(letters);
    expect(sentences.join('').length).toBeGreaterThan(20_000);
    expect(sentences.filter((sentence) => !inDocx.includes(sentence))).toEqual([]);
  }, 60_000);

  it('has a bibliography of exactly what it cites', async () => {
    const { body } = await api.get<{ entries: { key: string; text: string }[] }>(
      `/documents/${thesis.id}/bibliography`,
    );
    const cited = thesis.sections.flatMap(({ content }) =>
      parseCitations(content).clusters.flatMap(({ items }) => items.map(({ key }) => key)),
    );
    expect(body.entries.map(({ key }) => key).sort()).toEqual([...new Set(cited)].sort());
    const inDocx = letters(await docxText(docx));
    expect(body.entries.filter(({ text }) => !inDocx.includes(letters(text)))).toEqual([]);
  });
});

/** Line breaks, hyphens and typographic marks are the renderers' own affair. */
function letters(text: string): string {
  return text.normalize('NFKC').replace(/\P{L}/gu, '').toLowerCase();
}
