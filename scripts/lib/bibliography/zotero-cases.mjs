// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The translators whose cases are read, with what our reader calls their format. */
export const FILES = /** @type {const} */ ({ 'BibTeX.js': 'bibtex', 'RIS.js': 'ris' });

/**
 * @typedef {{ firstName?: string, lastName?: string, creatorType: string, fieldMode?: number }} Creator
 * @typedef {Record<string, unknown> & { itemType: string, creators: Creator[] }} ZoteroItem
 * @typedef {{ input: string, items: ZoteroItem[] }} Case
 * @typedef {{ field: string, baseField?: string }} Field
 * @typedef {{ creatorType: string, primary?: boolean }} CreatorType
 * @typedef {{ itemType: string, fields: Field[], creatorTypes: CreatorType[] }} ItemType
 * @typedef {{ fields: { text: Record<string, string[]> }, names: Record<string, string> }} Csl
 * @typedef {{ itemTypes: ItemType[], csl: Csl }} Schema
 */

/** @param {string} folder @param {string} file @returns {Case[]} */
export function casesOf(folder, file) {
  const text = readFileSync(join(folder, file), 'utf8');
  const [, cases = ''] = text.split('/** BEGIN TEST CASES **/');
  return JSON.parse(cases.slice(cases.indexOf('['), cases.lastIndexOf(']') + 1));
}

/** @param {string} folder @returns {Schema} */
export const schemaOf = (folder) => JSON.parse(readFileSync(join(folder, 'schema.json'), 'utf8'));
