const OPENS = /^["'“„«‘([]?[\p{Lu}\p{Lo}\p{N}]/u;
const CLOSES = /[.!?…]["'”’»“)\]]*$/u;
const MIN_WORDS = 4;
const MAX_WORDS = 110;
/** Below this share of letters and spaces it is a formula, a table row or a broken font. */
const MIN_LETTERS = 0.75;
/** Dots that lead to a page number in a table of contents. */
const LEADERS = /(?:\.\s?){4}/;
const CAPTION = /^(?:fig(?:ure|\.)?|table|tab\.|abb\.|рис\.|табл\.|obr\.)\s*\d+\s*[.:]/iu;

/** Whether a piece of a page's text is a sentence that can stand quoted, rather than a scrap. */
export function isQuotable(sentence: string): boolean {
  const words = sentence.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
  if (words < MIN_WORDS || words > MAX_WORDS || !OPENS.test(sentence) || !CLOSES.test(sentence)) {
    return false;
  }
  const letters = sentence.match(/[\p{L}\p{M}\s]/gu)?.length ?? 0;
  return (
    letters >= sentence.length * MIN_LETTERS && !CAPTION.test(sentence) && !LEADERS.test(sentence)
  );
}
