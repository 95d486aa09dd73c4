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

const TITLES = ['title', 'caseName', 'nameOfAct', 'subject'];

/** @param {Located} one */
const zeroDate = ({ item }) =>
  [item['date'], item['issueDate'], item['dateDecided'], item['dateEnacted']].some((date) =>
    String(date).startsWith('0000'),
  );

/**
 * What is not counted, neither for nor against us: few, each with its reason.
 * @type {readonly Peculiarity[]}
 */
export const PECULIAR = [
  {
    why: 'A date without a year: Zotero gives it the year 0000 and keeps one or two of its words.',
    applies: (one) => one.field === 'date in words' && zeroDate(one),
  },
  {
    why: 'A URL field that holds no URL: Zotero keeps its words, we leave them out for safety.',
    applies: ({ field, outcome, value }) =>
      field === 'URL' && outcome === 'missing' && !/^https?:/i.test(value),
  },
  {
    why: 'What the item type of Zotero has no field for (schema.json), and so drops; we keep it.',
    applies: (one) => one.outcome === 'unexpected' && !hasPlaceFor(one),
  },
  {
    why: 'An entry that has no title with Zotero either: we refuse it and say why.',
    applies: ({ item }) => TITLES.every((field) => item[field] === undefined),
  },
  {
    why: 'The abbreviated title (J2) that Zotero puts over the full one (T2) of some types.',
    applies: ({ file, field, outcome, value, input, index }) => {
      const record = file === 'RIS.js' ? (input.split(/^TY {2}- /m)[index + 1] ?? '') : '';
      const says = (/** @type {string} */ tag) => record.includes(`\n${tag}  - ${value}\n`);
      if (field !== 'container-title' || !record.includes('\nJ2  - ')) return false;
      return outcome === 'missing' ? says('J2') && !says('T2') : says('T2') && !says('J2');
    },
  },
  {
    why: 'What a BibTeX entry inherits by crossref, which Zotero does not follow.',
    applies: ({ outcome, input }) => outcome === 'unexpected' && /\bcrossref\s*=/i.test(input),
  },
];

/** @param {Located} one */
export const peculiarity = (one) => PECULIAR.some(({ applies }) => applies(one));
