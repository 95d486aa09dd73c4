import type { Formatting, Rule } from '../profile/formatting';
import type { Sentence } from './sentence';

/** A value that a sentence states. */
export type Finding = {
  [Name in Rule]: { rule: Name; value: NonNullable<Formatting[Name]>; confidence: number };
}[Rule];

/** Reads what one sentence says of some rules. */
export type RuleReader = (sentence: Sentence) => Finding[];
