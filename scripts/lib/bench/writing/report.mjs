// @ts-check
import { writeSection } from '../page.mjs';

const INTRODUCTION = `Made by \`npm run bench:writing\`: a document of 20 sections, written with a language model of known
speed (100 ms to the first token, 100 tokens a second in every stream), each section drafted, polished
and judged, four sections at a time, introduction and conclusion last. Beside it the time that these
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
