// @ts-check
import autocannon from 'autocannon';

/**
 * @typedef {object} Case
 * @property {string} name
 * @property {number} target least ratio to the bare server
 * @property {'GET' | 'POST'} method
 * @property {string} path
 * @property {string} authorization header of the account that asks; the bare server reads none
 * @property {unknown} [body]
 */

const CONNECTIONS = 50;

/**
 * @param {string} origin of the server
 * @param {Case} request
 * @param {number} seconds
 * @returns {Promise<number>} answered requests a second
 * @throws {Error} when any answer was not the expected one
 */
export async function requestsPerSecond(origin, request, seconds) {
  const { method, path, authorization, body } = request;
  const result = await autocannon({
    url: `${origin}${path}`,
    connections: CONNECTIONS,
    duration: seconds,
    method,
    headers: { Authorization: authorization, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${method} ${path}: ${failed} requests failed`);
  return result.requests.average;
}

/** @param {number[]} values @returns {number} */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** @typedef {{ request: Case, product: number, bare: number, ratio: number }} Row */

/**
 * Both servers in turn, round after round, so that a slow minute of the machine hits both.
 *
 * @param {{ product: string, bare: string, cases: Case[], rounds: number, seconds: number }} options
 * @param {(detail: string) => void} report
 * @returns {Promise<Row[]>}
 */
export async function compare({ product, bare, cases, rounds, seconds }, report) {
  const rates = cases.map((request) => ({
    request,
    product: /** @type {number[]} */ ([]),
    bare: /** @type {number[]} */ ([]),
  }));
  // The first round only warms up both processes and is thrown away.
  for (let round = 0; round <= rounds; round += 1) {
    for (const rate of rates) {
      report(`round ${round} of ${rounds}: ${rate.request.name}`);
      const ours = await requestsPerSecond(product, rate.request, seconds);
      const theirs = await requestsPerSecond(bare, rate.request, seconds);
      if (round === 0) continue;
      rate.product.push(ours);
      rate.bare.push(theirs);
    }
  }
  return rates.map(({ request, product: ours, bare: theirs }) => ({
    request,
    product: median(ours),
    bare: median(theirs),
    ratio: median(ours.map((rate, index) => rate / (theirs[index] ?? Infinity))),
  }));
}
