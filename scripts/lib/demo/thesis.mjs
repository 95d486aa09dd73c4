// @ts-check
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { repositoryRoot } from '../paths.mjs';
import { SetupError } from '../setup-error.mjs';

/** @typedef {import('../api-client.mjs').Client} Client */
/** @typedef {import('../steps.mjs').Report} Report */
/** @typedef {{ id: string, title: string, status: string }} Document */
/**
 * @typedef {object} Job
 * @property {string} status
 * @property {number} progress 0 to 100
 * @property {number} sectionsDone
 * @property {number} sectionsTotal
 * @property {{ code: string, detail: string }} [error]
 */

const POLL_MS = 250;
const sample = join(repositoryRoot, 'samples', 'learning-science', 'document.json');

/**
 * The sample document: the one an earlier, interrupted run left half written, or a new one.
 *
 * @param {Client} client
 * @returns {Promise<Document>}
 */
export async function sampleDocument(client) {
  /** @type {{ items: Document[] }} */
  const { items } = await client.get('/documents?perPage=100');
  const unfinished = items.find(({ status }) => status === 'generating');
  if (unfinished) return unfinished;
  /** @type {Document} */
  const document = await client.post('/documents', JSON.parse(await readFile(sample, 'utf8')));
  await client.post(`/documents/${document.id}/sources/sample`);
  return document;
}

/**
 * Has the whole document written. A job that still runs for it is followed, not doubled.
 *
 * @param {Client} client
 * @param {string} documentId
 * @param {Report} report
 */
export async function write(client, documentId, report) {
  /** @type {{ jobId: string }} */
  const { jobId } = await client.post('/jobs/generate/document-async', { documentId });
  let shown = '';
  for (;;) {
    /** @type {Job} */
    const job = await client.get(`/jobs/${jobId}/status`);
    const now = `${job.progress} % · ${job.sectionsDone} of ${job.sectionsTotal} sections`;
    if (now !== shown) report(now);
    shown = now;
    if (job.status === 'completed') return;
    if (job.error) throw new SetupError(`The job is ${job.status}: ${job.error.detail}`);
    await delay(POLL_MS);
  }
}

/**
 * @param {Client} client
 * @param {string} documentId
 * @param {{ format: 'docx' | 'pdf', directory: string }} target
 * @returns {Promise<{ file: string, size: number }>}
 */
export async function save(client, documentId, { format, directory }) {
  /** @type {{ downloadUrl: string }} */
  const { downloadUrl } = await client.post(`/documents/${documentId}/export`, { format });
  const answer = await fetch(downloadUrl);
  const content = Buffer.from(await answer.arrayBuffer());
  const file = join(directory, `thesis.${format}`);
  await writeFile(file, content);
  return { file, size: content.length };
}
