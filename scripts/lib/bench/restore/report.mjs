// @ts-check
import { writeSection } from '../page.mjs';

/** How often backups are made in docker/compose.yaml, and how often it is looked whether one is due. */
const EVERY_S = 180;
const LOOK_S = 15;

export const TARGETS = { rpo: 300, rto: 1800 };

/**
 * @typedef {object} Figures seconds
 * @property {number} documents
 * @property {string} database its size
 * @property {number} first
 * @property {number} next
 * @property {number} drill
 * @property {number} restore
 * @property {number} start until the restored installation is ready
 * @property {string[]} different
 * @property {number} wrong
 */

const INTRODUCTION = `Made by \`npm run bench:restore\`: documents of 12 sections, each with its ledger of versions, 10 sources, 20
passages, 36 citations, a payment with its bookings and a file of 50 kB. What can be lost (RPO) is the time
between two backups (3 minutes in \`docker/compose.yaml\`), until a worker sees that one is due (at most 15 s), and what the
backup takes. The way back (RTO) is a restore into an empty database, with every table read back and
compared, and the start of the product on it until it is ready. Afterwards tables and files are
compared once more, in another way than the restore does.`;

/** @param {Figures} figures */
export const rpoOf = ({ next }) => EVERY_S + LOOK_S + next;

/** @param {Figures} figures */
export const rtoOf = ({ restore, start }) => restore + start;

/** @param {Figures} figures @returns {Promise<string>} the table */
export async function writeReport(figures) {
  const { documents, database, first, next, drill, restore, start, different, wrong } = figures;
  /** @param {number} time */
  const s = (time) => `${time.toFixed(1)} s`;
  const rows = [
    [`database of ${documents.toLocaleString('en')} documents`, database, ''],
    ['first backup', s(first), ''],
    ['next backup, no new files', s(next), ''],
    ['restore drill', s(drill), ''],
    ['restore', s(restore), ''],
    ['start until ready', s(start), ''],
    ['RPO', s(rpoOf(figures)), `at most ${TARGETS.rpo} s`],
    ['RTO', s(rtoOf(figures)), `at most ${TARGETS.rto} s`],
    ['tables that differ, the ledger among them', different.join(', ') || '0', '0'],
    ['files that differ', String(wrong), '0'],
  ];
  const lines = rows.map((cells) => `| ${cells.join(' | ')} |`);
  const table = ['| | measured | target |', '| --- | --- | --- |', ...lines].join('\n');
  await writeSection('Restoring', { introduction: INTRODUCTION, figures: table });
  return table;
}
