// @ts-check

/**
 * @typedef {import('./compare.mjs').Difference & {
 *   file: string, number: number, index: number, input: string,
 *   item: import('./zotero-cases.mjs').ZoteroItem, schema: import('./zotero-cases.mjs').Schema,
 * }} Located
 * @typedef {{ why: string, applies: (one: Located) => boolean }} Peculiarity
 */

/** Whether Zotero's item type has a field or creators for a variable. @param {Located} one */
function hasPlaceFor({ field, item, schema }) {
  const type = schema.itemTypes.find(({ itemType }) => itemType === item.itemType);
  const sources = schema.csl.fields.text[field];
  if (sources !== undefined) {
    const fields = (type?.fields ?? []).flatMap((one) => [one.field, one.baseField ?? one.field]);
    return sources.some((source) => fields.includes(source));
  }
  const roles = (type?.creatorTypes ?? []).map((one) =>
    one.primary ? 'author' : schema.csl.names[one.creatorType],
  );
  return !['author', 'editor', 'translator'].includes(field) || roles.includes(field);
}

/** Whether Zotero keeps a value, without saying what it is. @param {Located} one */
const isExtra = ({ item, value }) => String(item['extra']).split('\n').includes(value);

/** @param {Located} one */
const zeroDate = ({ item }) =>
  [item['date'], item['issueDate'], item['dateDecided'], item['dateEnacted']].some((date) =>
    String(date).startsWith('0000'),
  );

/** Letters and digits alone, without accents, compatibility forms and markup. @param {string} text */
const letters = (text) =>
  text
    .normalize('NFKD')
    .replaceAll('ı', 'i')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** A backslash or a brace left over, ℡ for TEL, a space where a command has ended. */
const HALF_READ = /\\|\{$|℡|['’] /;

/** @param {Located} one */
function halfRead({ file, value, outcome, other = [] }) {
  const zoteros = outcome === 'missing' ? [value] : other;
  const ours = outcome === 'missing' ? other : [value];
  return (
    file === 'BibTeX.js' &&
    zoteros.some((one) => HALF_READ.test(one) && ours.map(letters).includes(letters(one)))
  );
}

/**
 * Differences that are not counted: those in which what Zotero expects is wrong, or no CSL-JSON, each
 * with its reason. What both read alike always counts.
 * @type {readonly Peculiarity[]}
 */
export const PECULIAR = [
  {
    why:
      'A date in words without a year, of which Zotero makes “0000” and the first words of two fields ' +
      '(“0000 Year Last” of “Year” and “Last Update Date”): no date, and not what the file says.',
    applies: (one) => one.field === 'date in words' && zeroDate(one),
  },
  {
    why: 'Words in a field for a URL: the URL of CSL-JSON is an address, and would be made a link.',
    applies: ({ field, outcome, value }) =>
      field === 'URL' && outcome === 'missing' && !/^(?:https?:|www\.)/i.test(value),
  },
  {
    why:
      'What the file says and Zotero drops or leaves as a line without a name, because its item type ' +
      'has no field for it (schema.json): the edition of an article, the ISBN of a film. CSL-JSON ' +
      'has them all, and we keep them.',
    applies: (one) => one.outcome === 'unexpected' && (!hasPlaceFor(one) || isExtra(one)),
  },
  {
    why:
      'What a BibTeX entry inherits by crossref, as BibTeX has it; Zotero does not follow and loses ' +
      'the book, its editors and its year.',
    applies: ({ outcome, input }) => outcome === 'unexpected' && /\bcrossref\s*=/i.test(input),
  },
  {
    why:
      'LaTeX that Zotero reads by half: a backslash or a brace is left over, a space after a command ' +
      'stays, and TEL becomes the sign ℡. Both have the same letters.',
    applies: halfRead,
  },
];

/** The first that explains a difference. @param {Located} one */
export const peculiarity = (one) =>
  one.outcome === 'same' ? undefined : PECULIAR.find(({ applies }) => applies(one));
