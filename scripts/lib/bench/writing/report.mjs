// @ts-check
import { writeSection } from '../page.mjs';

const INTRODUCTION = `Made by \`npm run bench:writing\`: a document of 20 sections, written with a language model of known
speed (100 ms to the first token, 100 tokens a second in every stream), each section drafted, polished
and judged, four sections at a time, introduction, conclusion and abstract last. Beside it the time that these
answers alone take, in the same order and as many at a time.`;

/**
 * @param {{ took: number, least: number, target: number }} figures milliseconds
 * @returns {Promise<string>} the table
 */
export async function writeReport({ took, least, target }) {
  const rows = [
    ['the document', `${(took / 1000).toFixed(1)} s`, ''],
    ['the answers alone', `${(least / 1000).toFixed(1)} s`, ''],
    ['ratio', (took / least).toFixed(3), `at most ${target}`],
  ];
  const lines = rows.map((cells) => `| ${cells.join(' | ')} |`);
  const figures = ['| | measured | target |', '| --- | --- | --- |', ...lines].join('\n');
  await writeSection('Writing', { introduction: INTRODUCTION, figures });
  return figures;
}

const MEMORY = `Made by \`npm run bench:writing -- --documents 10,50,100\`: what the worker's process has in memory at most, above
what it has after one document and a pause of 5 s without forced collection. Short documents of 4
sections with a library of 40 sources each, written at the same time, and single documents of growing length,
with the same model.`;

/**
 * @param {{ idle: number, counts: [number, number][], lengths: [number, number][] }} figures MiB
 * @param {number} target MiB
 * @returns {Promise<string>} the table
 */
export async function writeMemoryReport({ idle, counts, lengths }, target) {
  /** @param {number} size */
  const mib = (size) => `${Math.round(size)} MiB`;
  const rows = [
    ['idle', mib(idle), ''],
    ...lengths.map(([sections, peak]) => [`1 document of ${sections} sections`, mib(peak), '']),
    ...counts.map(([documents, peak]) => [
      `${documents} documents at the same time`,
      mib(peak),
      `at most ${target} MiB`,
    ]),
  ];
  const lines = rows.map((cells) => `| ${cells.join(' | ')} |`);
  const figures = ['| | above idle | target |', '| --- | --- | --- |', ...lines].join('\n');
  await writeSection('Memory', { introduction: MEMORY, figures });
  return figures;
}
