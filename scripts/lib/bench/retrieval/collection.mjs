// @ts-check
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const DEPTH = 10;
/** Passages looked at: a work counts by its best one, and long ones have several. */
const LIMIT = 60;

const PREFIX = '10.5555/cisi.';

/** @typedef {{ id: string, title: string, text: string }} Entry */

/**
 * @typedef {object} Relevance
 * @property {number} ndcg
 * @property {number} queries
 * @property {number} empty queries that the product takes to be off the library's topic
 */

/**
 * The records of a file of the SMART collections: `.I 7` begins one, `.T` its title, `.W` its text.
 *
 * @param {string} file
 * @returns {Entry[]}
 */
function readEntries(file) {
  return file
    .split(/^\.I /m)
    .slice(1)
    .map((record) => {
      const [id = '', ...parts] = record.split(/^\.([A-Z])\s*$/m);
      /** @param {string} name @returns {string} */
      const field = (name) => {
        const at = parts.indexOf(name);
        return at === -1 ? '' : (parts[at + 1] ?? '').replace(/\s+/g, ' ').trim();
      };
      return { id: id.trim(), title: field('T'), text: field('W') };
    });
}

/**
 * @param {string} file lines of query and work
 * @returns {Map<string, Set<string>>} the works that answer each query
 */
function readJudgements(file) {
  /** @type {Map<string, Set<string>>} */
  const judgements = new Map();
  for (const line of file.split('\n')) {
    const [query, work] = line.trim().split(/\s+/);
    if (!query || !work) continue;
    judgements.set(query, (judgements.get(query) ?? new Set()).add(work));
  }
  return judgements;
}

/** @param {number} place from 0 @returns {number} */
const discount = (place) => 1 / Math.log2(place + 2);

/**
 * Normalised discounted cumulative gain of the first ten, where a work answers or does not.
 *
 * @param {string[]} ranked
 * @param {Set<string>} relevant
 */
function ndcg(ranked, relevant) {
  const gains = ranked.slice(0, DEPTH).map((id, place) => (relevant.has(id) ? discount(place) : 0));
  const best = Array.from({ length: Math.min(DEPTH, relevant.size) }, (_, place) =>
    discount(place),
  );
  /** @param {number[]} parts @returns {number} */
  const sum = (parts) => parts.reduce((total, part) => total + part, 0);
  return sum(gains) / sum(best);
}

/**
 * The CISI collection: 1,460 works of library science, and questions with the works that answer.
 *
 * @param {import('./product.mjs').Product} product
 * @param {string} directory of CISI.ALL, CISI.QRY and CISI.REL
 * @returns {Promise<Relevance>}
 */
export async function measureRelevance(product, directory) {
  /** @param {string} name */
  const read = (name) => readFile(join(directory, `CISI.${name}`), 'latin1');
  const works = readEntries(await read('ALL'));
  const questions = readEntries(await read('QRY'));
  const judgements = readJudgements(await read('REL'));
  const documentId = await product.addDocument();
  // a DOI of its own keeps apart works that share their title, and tells which is which
  const doiOf = await product.importWorks(
    documentId,
    works.map(({ id, title, text }) => {
      return { id, type: 'book', title, abstract: text, DOI: PREFIX + id };
    }),
  );
  const judged = questions.filter(({ id }) => judgements.has(id));
  let [total, empty] = [0, 0];
  for (const { id, title, text } of judged) {
    const query = { documentId, language: 'en', query: `${title}. ${text}`, limit: LIMIT };
    const passages = await product.search.search(query);
    const ranked = [
      ...new Set(passages.map(({ key }) => doiOf.get(key)?.slice(PREFIX.length) ?? '')),
    ];
    if (ranked.length === 0) empty += 1;
    total += ndcg(ranked, judgements.get(id) ?? new Set());
  }
  return { ndcg: total / judged.length, queries: judged.length, empty };
}
