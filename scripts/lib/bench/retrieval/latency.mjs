// @ts-check
import { SyntheticText, fillLibrary } from './synthetic.mjs';

const LIBRARY = { sources: 2000, passages: 200_000 };
const QUERIES = 500;
const LIMIT = 20;
const MIB = 1024 * 1024;

/**
 * @typedef {object} Latency
 * @property {number} buildSeconds
 * @property {number} memory MiB that the process holds more for each 100,000 passages, when it has
 *   indexed and searched them
 * @property {number} median milliseconds of a search at the caller, the read of the texts included
 * @property {number} p99
 * @property {number} found passages a query
 */

/** @param {number[]} sorted @param {number} share @returns {number} */
const quantile = (sorted, share) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;

/**
 * Searches in a library of 200,000 passages.
 *
 * @param {import('./product.mjs').Product} product
 * @returns {Promise<Latency>}
 */
export async function measureLatency(product) {
  const { dataSource, search } = product;
  const text = new SyntheticText();
  const [documentId, small] = [await product.addDocument(), await product.addDocument()];
  await fillLibrary(dataSource, documentId, { ...LIBRARY, text });
  /** @param {string} id */
  const ask = (id) =>
    search.search({ documentId: id, language: 'en', query: text.query(), limit: LIMIT });
  await ask(small); // the thread itself
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  const begun = performance.now();
  await ask(documentId);
  const buildSeconds = (performance.now() - begun) / 1000;
  const times = [];
  let found = 0;
  for (let count = 0; count < QUERIES; count += 1) {
    const start = performance.now();
    found += (await ask(documentId)).length;
    times.push(performance.now() - start);
  }
  globalThis.gc?.();
  const memory = (process.memoryUsage.rss() - before) / MIB / (LIBRARY.passages / 100_000);
  times.sort((one, other) => one - other);
  const [median, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
  return { buildSeconds, memory, median, p99, found: found / QUERIES };
}
