import type { Formatting, Rule } from './profile/formatting';
import {
  type FormattingProfile,
  silencesOf,
  type Stated,
  type StatedValues,
} from './profile/profile';

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

export interface Replacement {
  /** Of the known profile that values were taken from. */
  known?: Formatting | undefined;
  /** Rules that the student has not decided on yet: they stay as they were read. */
  open?: readonly Rule[] | undefined;
}

/** The other sentence of a contradiction is as good an evidence as the first. */
function fromAlternative(
  { values, contradictions }: FormattingProfile,
  rule: Rule,
  value: unknown,
): Omit<Stated, 'value'> | undefined {
  const others = contradictions.find((one) => one.rule === rule)?.alternatives;
  const chosen = others?.find((one) => same(one.value, value));
  const read = values[rule];
  if (chosen === undefined || read === undefined) return undefined;
  const { quote, page } = chosen;
  return { quote, page, confidence: read.confidence, origin: read.origin, confirmed: true };
}

function replaced(before: FormattingProfile, rule: Rule, value: unknown, from: Replacement) {
  const read = before.values[rule];
  if (read !== undefined && same(read.value, value)) {
    return from.open?.includes(rule) === true ? read : { ...read, confirmed: true };
  }
  const origin = same(from.known?.[rule], value) ? 'profile' : 'person';
  const stated = { quote: null, page: null, confidence: 1, origin, confirmed: true };
  return { value, ...(fromAlternative(before, rule, value) ?? stated) };
}

/**
 * The profile after a student's word: a value as it was read keeps its evidence and is confirmed,
 * one of a known profile says so, any other is the student's own. Contradictions are settled by it,
 * except those of rules that are left open.
 */
export function replacedValues(
  before: FormattingProfile,
  formatting: Formatting,
  from: Replacement = {},
): FormattingProfile {
  const entries = (Object.entries(formatting) as [Rule, unknown][]).map(([rule, value]) => [
    rule,
    replaced(before, rule, value, from),
  ]);
  const values = Object.fromEntries(entries) as StatedValues;
  const isOpen = (rule: Rule) => values[rule] !== undefined && values[rule] === before.values[rule];
  return {
    values,
    silences: silencesOf(values),
    contradictions: before.contradictions.filter(({ rule }) => isOpen(rule)),
  };
}
