/** Letters, digits and underscores; single punctuation may stand inside. */
export const LABEL_KEY = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.-](?=[\p{L}\p{N}_]))*`;

/**
 * A mention of a figure, a table, a section or a formula of the document itself, as pandoc-crossref
 * writes it: `@fig:key`. No key of a source has a colon, so it can be no citation.
 */
export const CROSS_REFERENCE = String.raw`(?<![\p{L}\p{N}_.+\\-])@(?:fig|tbl|sec|eq):${LABEL_KEY}`;

const HERE = new RegExp(CROSS_REFERENCE, 'uy');

/** @param at place of an at sign */
export function isCrossReference(text: string, at: number): boolean {
  HERE.lastIndex = at;
  return HERE.test(text);
}
