// @ts-check
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @typedef {{ id: string, title: string, text: string }} Entry */
/** @typedef {{ query: string, relevant: Set<string> }} Question */
/** @typedef {{ works: Entry[], questions: Question[] }} Collection */

/** The files of collections that are public and small, in the form of the SMART system. */
const FILES = {
  cisi: { works: 'CISI.ALL', questions: 'CISI.QRY', judgements: 'CISI.REL' },
  cran: { works: 'cran.all.1400', questions: 'cran.qry', judgements: 'cranqrel' },
};

/** @typedef {keyof FILES} CollectionName */

/**
 * The records of a file: `.I 7` begins one, `.T` its title, `.W` its text; others are left out.
 *
 * @param {string} file
 * @returns {Entry[]}
 */
export function readEntries(file) {
  const records = file.split(/^\.I /m).slice(1);
  return records.map((record) => {
    const [id = '', ...parts] = record.split(/^\.([A-Z])\s*$/m);
    /** @param {string} name @returns {string} */
    const field = (name) => {
      const at = parts.indexOf(name);
      return at === -1 ? '' : (parts[at + 1] ?? '').replace(/\s+/g, ' ').trim();
    };
    return { id: id.trim(), title: field('T'), text: field('W') };
  });
}

/**
 * @param {string} file lines of a question's number, a work's and a grade, which is negative where
 *   the work was judged to be no answer
 * @returns {Map<number, Set<string>>} the works that answer each question
 */
export function readJudgements(file) {
  /** @type {Map<number, Set<string>>} */
  const judgements = new Map();
  for (const line of file.split('\n')) {
    const [question, work, grade] = line.trim().split(/\s+/);
    if (!question || !work || Number(grade) < 0) continue;
    const number = Number(question);
    judgements.set(number, (judgements.get(number) ?? new Set()).add(work));
  }
  return judgements;
}

/**
 * @param {CollectionName} name
 * @param {string} directory of its files
 * @returns {Promise<Collection>} without the questions that nobody has judged
 */
export async function readCollection(name, directory) {
  const files = FILES[name];
  /** @param {string} file */
  const read = (file) => readFile(join(directory, file), 'latin1');
  const judgements = readJudgements(await read(files.judgements));
  const questions = readEntries(await read(files.questions)).map(({ title, text }, place) => ({
    query: `${title}. ${text}`,
    // judgements number the questions from 1, whatever these call themselves
    relevant: judgements.get(place + 1) ?? new Set(),
  }));
  return {
    works: readEntries(await read(files.works)),
    questions: questions.filter(({ relevant }) => relevant.size > 0),
  };
}
