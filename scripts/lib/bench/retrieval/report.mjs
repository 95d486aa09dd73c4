// @ts-check
import { writeSection } from '../page.mjs';

/**
 * @typedef {object} Figures
 * @property {import('./latency.mjs').Latency} latency
 * @property {import('./collection.mjs').Relevance} [relevance]
 */

const TARGETS = { p99: 20, memory: 100, ndcg: 0.38 };

const INTRODUCTION = `Made by \`npm run bench:retrieval -- --cisi <directory>\`: the 20 best passages for each of 500
queries of 4 to 15 words, in a library of 2,000 sources and 200,000 passages with words as unevenly
frequent as in real texts. Times are the caller's: ranking in its thread, then the texts from
PostgreSQL, one search after the other. Memory is what the process grew by when it built the index.
nDCG@10 is that of the CISI test collection (1,460 works, 76 questions with judged answers),
imported and searched as a user's library is; a work stands where its best passage does.`;

/** @param {Figures} figures @returns {boolean} */
export const isMet = ({ latency, relevance }) =>
  latency.p99 <= TARGETS.p99 &&
  latency.memory <= TARGETS.memory &&
  (relevance === undefined || relevance.ndcg >= TARGETS.ndcg);

/** @param {Figures} figures @returns {Promise<string>} the table */
export async function writeReport({ latency, relevance }) {
  const { buildSeconds, memory, median, p99 } = latency;
  const rows = [
    ['search, median', `${median.toFixed(1)} ms`, ''],
    ['search, 99th percentile', `${p99.toFixed(1)} ms`, `at most ${TARGETS.p99} ms`],
    ['memory for 100,000 passages', `${Math.round(memory)} MiB`, `at most ${TARGETS.memory} MiB`],
    ['first search, which builds the index', `${buildSeconds.toFixed(1)} s`, ''],
    ...(relevance === undefined
      ? []
      : [['CISI, nDCG@10', relevance.ndcg.toFixed(3), `at least ${TARGETS.ndcg}`]]),
  ];
  const lines = rows.map((cells) => `| ${cells.join(' | ')} |`);
  const figures = ['| | measured | target |', '| --- | --- | --- |', ...lines].join('\n');
  await writeSection('Retrieval', { introduction: INTRODUCTION, figures });
  return `${figures}\n${JSON.stringify({ latency, relevance })}`;
}
