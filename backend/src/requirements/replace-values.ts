import type { Formatting, Rule } from './profile/formatting';
import { type FormattingProfile, silencesOf, type StatedValues } from './profile/profile';

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * The profile after a student's word: a value as it was read keeps its evidence and is confirmed,
 * one of a known profile says so, any other is the student's own. Contradictions are settled by it.
 */
export function replacedValues(
  before: FormattingProfile,
  formatting: Formatting,
  known: Formatting = {},
): FormattingProfile {
  const entries = (Object.entries(formatting) as [Rule, unknown][]).map(([rule, value]) => {
    const read = before.values[rule];
    if (read !== undefined && same(read.value, value)) return [rule, { ...read, confirmed: true }];
    const origin = same(known[rule], value) ? 'profile' : 'person';
    return [rule, { value, quote: null, page: null, confidence: 1, origin, confirmed: true }];
  });
  const values = Object.fromEntries(entries) as StatedValues;
  return { values, silences: silencesOf(values), contradictions: [] };
}
