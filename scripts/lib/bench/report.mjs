// @ts-check
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import { repositoryRoot } from '../paths.mjs';

/** @typedef {import('./load.mjs').Row} Row */

const INTRODUCTION = `# Benchmarks

Made by \`npm run bench\`: requests a second at 50 connections of the API with every guard on (access
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
  const day = new Date().toISOString().slice(0, 10);
  const machine = `${day}, ${cpus().length} cores.`;
  const text = table(rows);
  const file = join(repositoryRoot, 'docs', 'benchmarks.md');
  const page = `${INTRODUCTION}\n\n${machine}\n\n${text}\n`;
  await writeFile(file, await format(page, { parser: 'markdown' }));
  return text;
}
