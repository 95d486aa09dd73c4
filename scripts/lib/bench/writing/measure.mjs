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

/** @param {number} sections */
const outlineOf = (sections) =>
  Array.from({ length: sections }, (_, index) => ({
    title:
      index === 0
        ? 'Introduction'
        : index === sections - 1
          ? 'Conclusion'
          : `${QUESTIONS[index % QUESTIONS.length]}, part ${index}`,
    level: 1,
    role: index === 0 ? 'introduction' : index === sections - 1 ? 'conclusion' : 'body',
    keyPoints: [QUESTIONS[index % QUESTIONS.length]],
    targetWords: 300,
  }));

/**
 * @param {Client} client
 * @param {number} [sections]
 * @returns {Promise<string>} a document with the sample library and an outline of so many sections
 */
export async function outlinedDocument(client, sections = SECTIONS) {
  const fields = {
    title: 'How students learn what lasts',
    topic: 'Learning techniques of students',
  };
  const kind = { language: 'en', type: 'term_paper', targetPages: 20, citationStyle: 'apa' };
  /** @type {{ id: string }} */
  const { id } = await client.post('/documents', { ...fields, ...kind });
  await client.post(`/documents/${id}/sources/sample`);
  await client.request('PUT', `/documents/${id}/outline`, { sections: outlineOf(sections) });
  return id;
}

/**
 * @param {Client} client
 * @param {string} documentId
 * @param {number} [pollMs] how often to ask
 * @returns {Promise<number>} milliseconds from the order to the end of the job
 */
export async function written(client, documentId, pollMs = POLL_MS) {
  const since = Date.now();
  /** @type {{ jobId: string }} */
  const { jobId } = await client.post('/jobs/generate/document-async', { documentId });
  for (;;) {
    /** @type {{ status: string, error?: { detail: string } }} */
    const job = await client.get(`/jobs/${jobId}/status`);
    if (job.status === 'completed') return Date.now() - since;
    if (job.error) throw new Error(`The job is ${job.status}: ${job.error.detail}`);
    await delay(pollMs);
  }
}

/** @param {Call[]} calls @returns {number[]} */
const lengthsOf = (calls) => calls.map(({ start, end }) => end - start);

/** @param {number[]} all */
const mean = (all) => all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);

/**
 * The time that the model's own answers take, in the order and by as many hands as they were asked
 * for. A section is drafted, polished and judged; the abstract comes last.
 *
 * @param {Call[]} calls
 * @param {number} hands
 * @returns {number} milliseconds
 */
export function criticalPath(calls, hands) {
  /** @param {string} kind */
  const of = (kind) => calls.filter((call) => call.kind === kind);
  const inOrder = of('section').sort((a, b) => a.start - b.start);
  /** @type {Map<string, Call[]>} */
  const drafts = new Map();
  for (const call of inOrder) {
    drafts.set(call.section, [...(drafts.get(call.section) ?? []), call]);
  }
  const polished = new Map(of('polish').map((call) => [call.section, call.end - call.start]));
  const judged = mean(lengthsOf(of('support')));
  const durations = [...drafts].map(([section, own]) => {
    // a draft may have been sent back once; what was polished before is not asked for again
    const polish = polished.get(section);
    const drafting = lengthsOf(own).reduce((sum, length) => sum + length, 0);
    return drafting + (polish === undefined ? 0 : polish + judged);
  });
  const framing = 2;
  const body = makespan(durations.slice(0, -framing), hands);
  const abstract = lengthsOf(of('abstract')).reduce((sum, length) => sum + length, 0);
  return body + makespan(durations.slice(-framing), hands) + abstract;
}
