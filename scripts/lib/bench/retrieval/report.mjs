// @ts-check
import { writeSection } from '../page.mjs';

/** @typedef {import('./relevance.mjs').Relevance} Relevance */

/**
 * @typedef {object} Figures
 * @property {import('./latency.mjs').Latency} latency
 * @property {Relevance} [cisi]
 * @property {Relevance} [cran]
 */

const TARGETS = { p99: 20, memory: 100, cisi: 0.38 };

const INTRODUCTION = `Made by \`npm run bench:retrieval -- --cisi <directory> --cran <directory>\`: the 20 best passages for
each of 500 queries of 4 to 15 words, in a library of 2,000 sources and 200,000 passages with words
as unevenly frequent as in real texts. Times are the caller's: ranking in its thread, then the texts
from PostgreSQL, one search after the other. Memory is what the process has grown by
afterwards. nDCG@10 is that of public test collections, CISI (library science) and Cranfield
(aerodynamics), imported and searched as a user's library is, with all thresholds; a work stands where
its best passage does, and answers or does not.`;

/** @param {Figures} figures @returns {boolean} */
export const isMet = ({ latency, cisi }) =>
  latency.p99 <= TARGETS.p99 &&
  latency.memory <= TARGETS.memory &&
  (cisi === undefined || cisi.ndcg >= TARGETS.cisi);

/**
 * @param {string} name
 * @param {Relevance | undefined} relevance
 * @param {string} target
 */
function relevanceRow(name, relevance, target) {
  if (relevance === undefined) return [];
  const { ndcg, questions, empty } = relevance;
  const lost = empty > 0 ? `, ${empty} found nothing` : '';
  return [[`${name}, nDCG@10 (${questions} questions${lost})`, ndcg.toFixed(3), target]];
}

/** @param {Figures} figures @returns {Promise<string>} the table */
export async function writeReport({ latency, cisi, cran }) {
  const { buildSeconds, memory, median, p99 } = latency;
  const rows = [
    ['search, median', `${median.toFixed(1)} ms`, ''],
    ['search, 99th percentile', `${p99.toFixed(1)} ms`, `at most ${TARGETS.p99} ms`],
    ['memory for 100,000 passages', `${Math.round(memory)} MiB`, `at most ${TARGETS.memory} MiB`],
    ['first search, which builds the index', `${buildSeconds.toFixed(1)} s`, ''],
    ...relevanceRow('CISI', cisi, `at least ${TARGETS.cisi}`),
    ...relevanceRow('Cranfield', cran, ''),
  ];
  const lines = rows.map((cells) => `| ${cells.join(' | ')} |`);
  const figures = ['| | measured | target |', '| --- | --- | --- |', ...lines].join('\n');
  await writeSection('Retrieval', { introduction: INTRODUCTION, figures });
  return figures;
}
