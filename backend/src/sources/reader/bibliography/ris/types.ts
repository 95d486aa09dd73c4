/*
 * What tags mean depends on the type of the record: here are the types that agree about it (RIS as
 * EndNote documents it, and as Reference Manager, ProCite and Zotero write it).
 */

const setOf = (types: string): ReadonlySet<string> => new Set(types.split(' '));

export const ARTICLES = setOf('ABST CTLG EJOUR GEN INPR JFULL JOUR MGZN NEWS');
export const BOOKS = setOf('BOOK CLSWK EBOOK EDBOOK SER');
export const CHAPTERS = setOf('CHAP ECHAP');
export const ENTRIES = setOf('DICT ENCYC');
export const PAPERS = setOf('CONF CPAPER');
export const REPORTS = setOf('GOVDOC RPRT STAND');
export const FILMS = setOf('ADVS MPCT MULTI VIDEO');
export const LETTERS = setOf('ICOMM PCOMM');
export const MANUSCRIPTS = setOf('INPR MANSCPT PAMP UNBILL UNPB UNPD');
export const PAGES_OF_THE_WEB = setOf('BLOG ELEC WEB');
export const PICTURES = setOf('CHART EQUA FIGURE');
export const COLLECTIONS_OF_DATA = setOf('AGGR DATA DBASE');

/** Types whose `SP` describes the thing, unless it looks like pages. */
export const DESCRIBED = new Set([
  ...[...PICTURES, ...PAGES_OF_THE_WEB, ...FILMS],
  ...['ART', 'COMP', 'MAP', 'SLIDE'],
]);

/** Types in which `SP` alone says how many pages there are, rather than on which the work stands. */
export const WHOLE_VOLUMES = new Set(
  [...BOOKS, ...MANUSCRIPTS, 'THES'].filter((type) => type !== 'UNPB'),
);
