// @ts-check
import { writeSection } from '../page.mjs';
import { CATEGORIES } from './audit.mjs';

/** @typedef {import('./audit.mjs').Audit} Audit */

export const TARGET = 95;

const INTRODUCTION = `Made by \`npm run bench:lighthouse\`: the built product in its own Chromium, with no session for the
first page and the desk of a student with three documents for the second. \`mobile\` is Lighthouse's phone on a
slow line (1.6 Mbit/s, 150 ms, a processor four times slower), \`desktop\` its desk. The median by performance of
three runs; the first paint of the largest part, and what came over the wire. On the phone the points for
performance fall with whatever else the machine does: what scripts block is counted four times.`;

/** @param {Audit} audit */
function line({ page, device, scores, lcpMs, blockedMs, bytes }) {
  const cells = [
    `${page}, ${device}`,
    ...CATEGORIES.map((category) => String(scores[category])),
    `${(lcpMs / 1000).toFixed(1)} s`,
    `${Math.round(blockedMs)} ms`,
    `${Math.round(bytes / 1000)} kB`,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** @param {readonly Audit[]} audits @returns {Promise<string>} the table */
export async function writeReport(audits) {
  const figures = [
    '| | performance | accessibility | best practices | SEO | largest paint | blocked | bytes |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...audits.map(line),
  ].join('\n');
  await writeSection('Pages', { introduction: INTRODUCTION, figures });
  return figures;
}

/** @param {Audit} audit */
export const isGood = ({ scores }) => CATEGORIES.every((name) => (scores[name] ?? 0) >= TARGET);
