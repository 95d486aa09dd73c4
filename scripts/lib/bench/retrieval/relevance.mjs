// @ts-check
import { readCollection } from './judged-collection.mjs';

const DEPTH = 10;
/** Passages looked at: a work counts by its best one, and long ones have several. */
const LIMIT = 60;
const PREFIX = '10.5555/';

/**
 * @typedef {object} Relevance
 * @property {number} ndcg
 * @property {number} questions
 * @property {number} empty questions that the product takes to be off the library's topic
 */

/** @param {number} place from 0 @returns {number} */
const discount = (place) => 1 / Math.log2(place + 2);

/** @param {number[]} parts @returns {number} */
const sum = (parts) => parts.reduce((total, part) => total + part, 0);

/**
 * Normalised discounted cumulative gain of the first ten, where a work answers or does not.
 *
 * @param {string[]} ranked
 * @param {Set<string>} relevant not empty
 * @returns {number} 0 to 1
 */
export function ndcg(ranked, relevant) {
  const gains = ranked.slice(0, DEPTH).map((id, place) => (relevant.has(id) ? discount(place) : 0));
  const count = Math.min(DEPTH, relevant.size);
  return sum(gains) / sum(Array.from({ length: count }, (_, place) => discount(place)));
}

/**
 * Imports a collection as a user's library, and asks its questions.
 *
 * @param {import('./product.mjs').Product} product
 * @param {import('./judged-collection.mjs').CollectionName} name
 * @param {string} directory
 * @returns {Promise<Relevance>}
 */
export async function measureRelevance(product, name, directory) {
  const { works, questions } = await readCollection(name, directory);
  const documentId = await product.addDocument();
  // a DOI of its own keeps apart works that share their title, and tells which is which
  const doiOf = await product.importWorks(
    documentId,
    works.map(({ id, title, text }) => {
      return { id, type: 'book', title, abstract: text, DOI: PREFIX + id };
    }),
  );
  let [total, empty] = [0, 0];
  for (const { query, relevant } of questions) {
    const request = { documentId, language: 'en', query, limit: LIMIT };
    const passages = await product.search.search(request);
    const ids = passages.map(({ key }) => doiOf.get(key)?.slice(PREFIX.length) ?? '');
    if (ids.length === 0) empty += 1;
    total += ndcg([...new Set(ids)], relevant);
  }
  return { ndcg: total / questions.length, questions: questions.length, empty };
}
