import type { Rule } from '../profile/formatting';
import {
  type FormattingProfile,
  MAX_QUOTE,
  silencesOf,
  type StatedValues,
} from '../profile/profile';
import type { Finding } from './finding';
import type { Paragraph } from './sentence';

/** A finding with the sentence it comes from. */
export type Evidence = Finding & { origin: 'rules' | 'model' } & Omit<Paragraph, 'text'> & {
    quote: string;
  };

/** What is less certain contradicts nothing. */
const CERTAIN = 0.6;
const MORE_FOR_AGAIN = 0.02;
const MOST = 0.99;

interface Candidate {
  best: Evidence;
  times: number;
}

/** Equal values of one rule together, in the order in which they first stand. */
function candidates(found: readonly Evidence[]): Candidate[] {
  const byValue = new Map<string, Candidate>();
  for (const evidence of found) {
    const key = JSON.stringify(evidence.value);
    const known = byValue.get(key);
    if (known === undefined) byValue.set(key, { best: evidence, times: 1 });
    else {
      known.times += 1;
      if (evidence.confidence > known.best.confidence) known.best = evidence;
    }
  }
  return [...byValue.values()];
}

const weight = ({ best, times }: Candidate) => best.confidence + (times - 1) * MORE_FOR_AGAIN;

/** Lists that say less of the same are no other opinion. */
const isList = (rule: Rule) => rule === 'partOrder' || rule === 'titlePageFields';

/** With roman numbers before it, that arabic ones begin with the body says nothing new. */
function withoutFollowing(found: readonly Evidence[]): readonly Evidence[] {
  if (!found.some(({ rule }) => rule === 'frontMatterNumbers')) return found;
  return found.filter(({ rule, value }) => rule !== 'pageNumbersFrom' || value !== 'body');
}

/** `Chapter 1`, and `1.1` below: that numbers are decimal below says nothing new. */
function withoutLower(found: readonly Evidence[]): readonly Evidence[] {
  const named = found.some(({ value }) => value === 'chapter_word');
  return named ? found.filter(({ value }) => value !== 'decimal') : found;
}

/** One value a rule: the best supported; what other sentences say with certainty contradicts it. */
export function reconciled(found: readonly Evidence[]): FormattingProfile {
  const values: Record<string, unknown> = {};
  const contradictions: FormattingProfile['contradictions'] = [];
  for (const [rule, evidence] of Map.groupBy(
    withoutLower(withoutFollowing(found)),
    (one) => one.rule,
  )) {
    const longest = (one: Candidate) => (Array.isArray(one.best.value) ? one.best.value.length : 0);
    const [first, ...others] = candidates(evidence).sort(
      (a, b) => longest(b) - longest(a) || weight(b) - weight(a),
    );
    if (first === undefined) continue;
    const { value, quote, page, origin } = first.best;
    const confidence = Math.min(MOST, Math.round(weight(first) * 100) / 100);
    const rest = isList(rule)
      ? []
      : others.filter(({ best }) => best.confidence >= CERTAIN && best.quote !== quote);
    values[rule] = {
      value,
      quote: quote.slice(0, MAX_QUOTE),
      page,
      confidence: rest.length > 0 ? confidence / 2 : confidence,
      origin,
      confirmed: false,
    };
    const alternatives = rest.map(({ best }) => ({
      value: best.value,
      quote: best.quote.slice(0, MAX_QUOTE),
      page: best.page,
    }));
    if (alternatives.length > 0) contradictions.push({ rule, alternatives });
  }
  const stated = values as StatedValues;
  return { values: stated, silences: silencesOf(stated), contradictions };
}
