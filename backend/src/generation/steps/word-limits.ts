import { type Document, WORDS_PER_PAGE } from '../../documents';

/** From and to, either open. */
interface Range {
  min: number | null;
  max: number | null;
}

/** What a university rules of the length, as far as it does. */
export interface LengthRules {
  pages?: Range | undefined;
  words?: Range | undefined;
  characters?: Range | undefined;
  charactersNoSpaces?: Range | undefined;
}

/** How many words of text a document may have. */
export type WordLimits = Range;

export const NO_LIMITS: WordLimits = { min: null, max: null };

/** Letters of a word in scholarly prose, with the marks beside it and without the space. */
const LETTERS: Record<Document['language'], number> = {
  ...{ en: 5.4, it: 5.6, fr: 5.3, es: 5.3 },
  ...{ de: 6.4, uk: 6.5, cs: 6 },
};

/** Drafts come out a little longer or shorter than they were meant to be. */
const ROOM = 0.1;

/** As many pages as a document can have. */
const MOST_WORDS = 200 * WORDS_PER_PAGE;

const scaled = ({ min, max }: Range, perWord: number): Range => ({
  min: min === null ? null : Math.ceil(min / perWord),
  max: max === null ? null : Math.floor(max / perWord),
});

/** The narrower of two ranges; where they have nothing in common, the first. */
function narrowed(first: Range, other: Range): Range {
  const min = Math.max(first.min ?? 0, other.min ?? 0);
  const max = Math.min(first.max ?? Infinity, other.max ?? Infinity);
  if (min > max) return first;
  return { min: min === 0 ? null : min, max: max === Infinity ? null : max };
}

/** All that is ruled of the length, in words: words themselves come before what only implies them. */
export function wordLimits(rules: LengthRules, language: Document['language']): WordLimits {
  const letters = LETTERS[language];
  return [
    rules.words,
    rules.charactersNoSpaces && scaled(rules.charactersNoSpaces, letters),
    rules.characters && scaled(rules.characters, letters + 1),
    rules.pages && scaled(rules.pages, 1 / WORDS_PER_PAGE),
  ].reduce<WordLimits>((all, one) => (one === undefined ? all : narrowed(all, one)), NO_LIMITS);
}

/** The length to plan for: what was asked for, moved to where a draft surely keeps the limits. */
export function withinLimits(words: number, { min, max }: WordLimits): number {
  const [from, to] = [min ?? 0, max ?? Infinity];
  const [least, most] = [from * (1 + ROOM), to * (1 - ROOM)];
  const aim = least > most ? (from + to) / 2 : Math.min(Math.max(words, least), most);
  const even = Math.round(aim / 50) * 50;
  const planned = even >= from && even <= to && even > 0 ? even : Math.round(aim);
  return Math.min(planned, Math.max(words, MOST_WORDS));
}
