// @ts-check
import { NAMES, nameOf, plain, TEXTS, wordsOf, written } from './facts.mjs';

/**
 * @typedef {import('./zotero-cases.mjs').ZoteroItem} ZoteroItem
 * @typedef {import('./zotero-cases.mjs').Schema} Schema
 */

const text = (/** @type {unknown} */ value) => (typeof value === 'string' ? value : '');

/** The item's fields by the names that they have for all types. @param {ZoteroItem} item @param {Schema} schema */
function baseFields(item, schema) {
  const type = schema.itemTypes.find(({ itemType }) => itemType === item.itemType);
  /** @type {Record<string, unknown>} */
  const fields = { ...item };
  for (const { field, baseField } of type?.fields ?? []) {
    if (baseField !== undefined && item[field] !== undefined) fields[baseField] = item[field];
  }
  return fields;
}

/** By the role that CSL gives to creators; the first kind of an item type's are its authors. @param {ZoteroItem} item @param {Schema} schema */
function creators(item, schema) {
  const type = schema.itemTypes.find(({ itemType }) => itemType === item.itemType);
  const primary = type?.creatorTypes.find((one) => one.primary)?.creatorType;
  return item.creators.map(({ creatorType, firstName, lastName }) => ({
    role: creatorType === primary ? 'author' : schema.csl.names[creatorType],
    name: nameOf(lastName, firstName),
  }));
}

/** Year, month and day; or the words where there is no year. @param {string} date */
export function dateFacts(date) {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?\b/.exec(date) ?? [];
  if (year === undefined || year === '0000') {
    const words = plain(date.replace(/^0000\s*/, ''));
    return { year: [], month: [], day: [], 'date in words': words === '' ? [] : [words] };
  }
  const part = (/** @type {string | undefined} */ value) =>
    value === undefined || value === '00' ? [] : [String(Number(value))];
  return { year: part(year), month: part(month), day: part(day), 'date in words': [] };
}

/** @param {unknown} tags */
const keywords = (tags) =>
  (Array.isArray(tags) ? tags : []).flatMap((tag) =>
    wordsOf(typeof tag === 'string' ? tag : text(tag?.tag)),
  );

/** @param {unknown} notes */
const noteTexts = (notes) =>
  (Array.isArray(notes) ? notes : []).map((one) => plain(text(one.note))).filter(Boolean);

/**
 * A variable that Zotero keeps in its field for extra lines, as `DOI: 10.1000/182`, and writes into
 * CSL-JSON from there.
 * @param {string[]} lines @param {string} variable
 */
function fromExtra(lines, variable) {
  const start = `${variable.toLowerCase()}: `;
  const line = lines.find((one) => one.toLowerCase().startsWith(start));
  return line?.slice(start.length);
}

/** What Zotero makes of an entry, in the variables of CSL. @param {ZoteroItem} item @param {Schema} schema @returns {import('./facts.mjs').Facts} */
export function expectedFacts(item, schema) {
  const fields = baseFields(item, schema);
  /** @type {import('./facts.mjs').Facts} */
  const facts = { ...dateFacts(text(fields['date'])) };
  const lines = text(item['extra']).split('\n').map(plain);
  for (const variable of TEXTS) {
    const sources = schema.csl.fields.text[variable] ?? [];
    const own = sources.map((field) => text(fields[field])).find((one) => one !== '');
    const value = own ?? fromExtra(lines, variable);
    facts[variable] = value === undefined ? [] : [written(variable, value)];
  }
  const people = creators(item, schema);
  for (const role of NAMES) {
    facts[role] = people.filter((one) => one.role === role).map(({ name }) => name);
  }
  return {
    ...facts,
    keyword: keywords(item['tags']),
    note: noteTexts(item['notes']),
    extra: lines,
  };
}
