// @ts-check
import { writeSection } from './page.mjs';

/** @typedef {import('./load.mjs').Row} Row */

const INTRODUCTION = `Made by \`npm run bench\`: requests a second at 50 connections of the API with every guard on (access
token and live session, limits, validation, ownership in the query), beside a bare \`node:http\` and
\`pg\` server that answers the same from the same database with prepared statements and checks
nothing. Both run interleaved in one run; the ratio is the median of the rounds.`;

/** @param {Row[]} rows @returns {string} */
function table(rows) {
  const lines = rows.map(
    ({ request, product, bare, ratio }) =>
      `| ${request.name} | ${Math.round(product)} | ${Math.round(bare)} | ${ratio.toFixed(2)} | ${request.target.toFixed(2)} |`,
  );
  return [
    '| | TesiGo | bare | ratio | at least |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}

/** @param {Row[]} rows @returns {Promise<string>} the table */
export async function writeReport(rows) {
  const figures = table(rows);
  await writeSection('The API', { introduction: INTRODUCTION, figures });
  return figures;
}
