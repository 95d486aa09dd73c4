// @ts-check
import { loadavg } from 'node:os';
import { writeSection } from '../page.mjs';

/** @typedef {{ seconds: number, worked: number, mib: number }} Run */
/**
 * @typedef {object} Figures
 * @property {Record<string, Run>} runs medians of the rounds, by program
 * @property {Record<string, number>} ratios medians of the rounds, by the clock
 * @property {Record<string, number>} workRatios the same of processor time
 * @property {Record<string, Run[]>} growth by format, for half a thesis, and for one, two and four times its length
 * @property {{ worked: number, passed: number }} blockedMs of the processor and of the clock
 * @property {string[]} missing
 */

export const TARGETS = /** @type {const} */ ({
  ratios: { 'DOCX / pandoc': 0.6, 'PDF / Typst': 1.1, 'PDF / LibreOffice': 1 },
  mib: 400,
  blockedMs: 25,
});

const INTRODUCTION = `Made by \`npm run bench:export -- --typst <folder>\`: a made-up thesis of 80,000 words on about 230 pages, with 300 notes that
cite 200 works, 30 tables and 20 figures (PNGs of 100 kB), each file made by a process that is started for it (modules
loaded, from code that a process before it compiled; citations formatted, pages counted). Beside it, by turns in the same run: pandoc, from our Markdown, BibTeX and
images, with the same style of notes, whose contents Word must still fill; Typst, from the same text, page, font, notes, references and figures;
LibreOffice, which sets our Word file. The ratios count, medians of the rounds: by the
clock and, steadier where other programs use the machine meanwhile, of processor time (work), of which Typst
can use two processors at once. On a machine that is busy with other programs only the ratios of work say something. The event loop is that of a process whose pool makes all three files at once; by the
clock it also waits for its turn on a processor that others have.`;

/** @param {Figures} figures */
function rowsOf({ runs, ratios, workRatios, growth, blockedMs }) {
  /** @type {Record<string, number>} */
  const targets = TARGETS.ratios;
  const ours = new Set(['DOCX', 'PDF', 'Markdown']);
  const limit = `at most ${TARGETS.mib} MiB`;
  return [
    ...Object.entries(runs).map(([name, { seconds, worked, mib }]) => [
      name,
      `${seconds.toFixed(2)} s (work ${worked.toFixed(2)} s), ${Math.round(mib)} MiB`,
      ours.has(name) ? limit : '',
    ]),
    ...Object.entries(ratios).map(([name, ratio]) => [
      name,
      `${ratio.toFixed(2)}; of work ${(workRatios[name] ?? Number.NaN).toFixed(2)}`,
      `at most ${targets[name]}`,
    ]),
    ...Object.entries(growth).flatMap(([name, grown]) => [
      [
        `work on the ${name} of half, one, two and four theses`,
        `${grown.map(({ worked }) => worked.toFixed(2)).join(', ')} s`,
        'linear',
      ],
      ['its memory', `${grown.map(({ mib }) => Math.round(mib)).join(', ')} MiB`, 'linear'],
    ]),
    [
      'longest turn of the event loop, its own work',
      `${blockedMs.worked.toFixed(1)} ms`,
      `at most ${TARGETS.blockedMs} ms`,
    ],
    ['the same by the clock', `${blockedMs.passed.toFixed(1)} ms`, ''],
    ['load of the machine, of 15 minutes', (loadavg()[2] ?? 0).toFixed(1), ''],
  ];
}

/** @param {Figures} measured @returns {Promise<string>} the table */
export async function writeReport(measured) {
  const lines = rowsOf(measured).map((cells) => `| ${cells.join(' | ')} |`);
  const table = ['| | measured | target |', '| --- | --- | --- |', ...lines].join('\n');
  const missing = measured.missing.map((name) => `Not on this machine: ${name}.`);
  const figures = [table, ...missing].join('\n\n');
  await writeSection('Exports', { introduction: INTRODUCTION, figures });
  return figures;
}
