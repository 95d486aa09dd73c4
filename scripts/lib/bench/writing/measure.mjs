// @ts-check
import { setTimeout as delay } from 'node:timers/promises';
import { makespan } from './critical-path.mjs';

/** @typedef {import('../../api-client.mjs').Client} Client */
/** @typedef {import('./model-server.mjs').Call} Call */

const SECTIONS = 20;
const POLL_MS = 25;
const QUESTIONS = [
  ...['Testing and remembering', 'Spacing and forgetting', 'Feedback after tests'],
  ...['Worked examples and load', 'Interleaving of practice', 'Notes and rereading'],
];

const OUTLINE = Array.from({ length: SECTIONS }, (_, index) => ({
  title:
    index === 0
      ? 'Introduction'
      : index === SECTIONS - 1
        ? 'Conclusion'
        : `${QUESTIONS[index % QUESTIONS.length]}, part ${index}`,
  level: 1,
  role: index === 0 ? 'introduction' : index === SECTIONS - 1 ? 'conclusion' : 'body',
  keyPoints: [QUESTIONS[index % QUESTIONS.length]],
  targetWords: 300,
}));

/**
 * @param {Client} client
 * @returns {Promise<string>} a document with the sample library and an outline of 20 sections
 */
export async function outlinedDocument(client) {
  const fields = {
    title: 'How students learn what lasts',
    topic: 'Learning techniques of students',
  };
  const kind = { language: 'en', type: 'term_paper', targetPages: 20, citationStyle: 'apa' };
  /** @type {{ id: string }} */
  const { id } = await client.post('/documents', { ...fields, ...kind });
  await client.post(`/documents/${id}/sources/sample`);
  await client.request('PUT', `/documents/${id}/outline`, { sections: OUTLINE });
  return id;
}

/**
 * @param {Client} client
 * @param {string} documentId
 * @returns {Promise<number>} milliseconds from the order to the end of the job
 */
export async function written(client, documentId) {
  const since = Date.now();
  /** @type {{ jobId: string }} */
  const { jobId } = await client.post('/jobs/generate/document-async', { documentId });
  for (;;) {
    /** @type {{ status: string, error?: { detail: string } }} */
    const job = await client.get(`/jobs/${jobId}/status`);
    if (job.status === 'completed') return Date.now() - since;
    if (job.error) throw new Error(`The job is ${job.status}: ${job.error.detail}`);
    await delay(POLL_MS);
  }
}

/** @param {Call[]} calls @returns {number[]} */
const lengthsOf = (calls) => calls.map(({ start, end }) => end - start);

/** @param {number[]} all */
const mean = (all) => all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);

/**
 * The time that the model's own answers take, in the order and by as many hands as they were asked
 * for. A section is drafted, polished (its text once more) and judged.
 *
 * @param {Call[]} calls
 * @param {number} hands
 * @returns {number} milliseconds
 */
export function criticalPath(calls, hands) {
  /** @param {string} kind */
  const of = (kind) => calls.filter((call) => call.kind === kind);
  const inOrder = of('section').sort((a, b) => a.start - b.start);
  const further = of('polish').length > 0 ? 1 : 0;
  const judged = mean(lengthsOf(of('support')));
  const durations = lengthsOf(inOrder).map((length) => length * (1 + further) + judged);
  const framing = 2;
  return makespan(durations.slice(0, -framing), hands) + makespan(durations.slice(-framing), hands);
}
