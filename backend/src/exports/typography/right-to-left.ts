/** Letters that are written from right to left, and the spaces and marks between them. */
const WORDS =
  /([\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}](?:[\p{M}\p{N}\s.,:;'"-]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]\p{M}*)*)/u;

const LETTER = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

export const isRightToLeft = (text: string): boolean => LETTER.test(text);

/** A text in pieces that are written in one direction each. */
export const byDirection = (text: string): string[] =>
  text.split(WORDS).filter((part) => part !== '');
