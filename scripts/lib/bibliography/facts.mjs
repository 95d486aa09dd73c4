// @ts-check

/** @typedef {Record<string, string[]>} Facts the values of each field, as they are compared */

/** The text variables of CSL-JSON that are compared. */
export const TEXTS = [
  'title',
  'container-title',
  'volume',
  'issue',
  'page',
  'publisher',
  'publisher-place',
  'DOI',
  'ISBN',
  'ISSN',
  'URL',
  'abstract',
  'language',
  'edition',
  'collection-title',
  'collection-number',
  'number',
];

export const NAMES = ['author', 'editor', 'translator'];

/** Markup of another kind. */
const RAISED = /[\u00b2\u00b3\u00b9\u2070-\u209f]/g;

/** Without markup, and with one writing of spaces, tildes and composed letters. @param {string} text */
export const plain = (text) =>
  text
    .normalize('NFC')
    .replace(/<\/?(?:i|b|p|sub|sup|sc|span|em|strong|br)\b[^>]*>/gi, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replace(RAISED, (sign) => sign.normalize('NFKC'))
    .replaceAll('∼', '~')
    .replace(/\s+/g, ' ')
    .trim();

/** @param {string} field @param {string} value */
export function written(field, value) {
  const text = plain(value);
  if (field === 'page') return text.replace(/\s*[-–—]+\s*/g, '-');
  if (field === 'ISBN') return text.replace(/[^\dX]/gi, '') || text;
  if (field === 'DOI') return text.toLowerCase();
  return text;
}

/** @param {string | undefined} family @param {string | undefined} given */
export const nameOf = (family = '', given = '') =>
  plain(given === '' ? family : `${family} | ${given}`).replace(/\.(?=\S)/g, '. ');

/** Keywords are one text in CSL, which commas and semicolons part. @param {string} text */
export const wordsOf = (text) =>
  text
    .split(/\s*[,;]\s*/)
    .map(plain)
    .filter((word) => word !== '');
