// @ts-check

/** Our readers are TypeScript: `tsx` runs them, and the compiler of these scripts need not follow. */
const REQUIREMENTS = '../../../backend/src/requirements';
const READ_PARAGRAPHS = '../../../backend/src/sources/reader/read-paragraphs.ts';

/**
 * What our rules find in a file, in the steps of the product: its text, their evidence, one value
 * a rule.
 * @param {string} path @returns {Promise<import('./answers.mjs').Values>}
 */
export async function readRules(path) {
  const { readParagraphs } = await import(READ_PARAGRAPHS);
  const { extract } = await import(`${REQUIREMENTS}/extraction/extract.ts`);
  const { reconciled } = await import(`${REQUIREMENTS}/extraction/reconcile.ts`);
  const { bareValues } = await import(`${REQUIREMENTS}/profile/profile.ts`);
  const { paragraphs } = await readParagraphs({ kind: 'text', format: 'txt', path });
  const { evidence } = await extract(paragraphs);
  return bareValues(reconciled(evidence).values);
}
