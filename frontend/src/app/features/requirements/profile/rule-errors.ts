import type { Formatting } from '../../../api/generated/models';
import { type Measure, type Rule, RULE_KINDS } from './rules';

export interface Range {
  min: number | null;
  max: number | null;
}

/** A text of `requirements.errors`, with what it names. */
export interface RuleError {
  key: 'number' | 'step' | 'count' | 'parts' | 'roman';
  values?: { min: number; max: number };
}

const isHalf = (value: number) => Number.isInteger(value * 2);

function measureError(value: unknown, { min, max, unit }: Measure): RuleError | null {
  if (typeof value !== 'number' || Number.isNaN(value) || value < min || value > max) {
    return { key: 'number', values: { min, max } };
  }
  return unit === 'pt' && !isHalf(value) ? { key: 'step' } : null;
}

const isCount = (value: number | null) => value === null || (Number.isInteger(value) && value > 0);

function rangeError({ min, max }: Range): RuleError | null {
  const ordered = min === null || max === null || min <= max;
  return isCount(min) && isCount(max) && ordered ? null : { key: 'count' };
}

/** What keeps the API from taking a value, as far as that is known here; null for nothing. */
export function ruleError(rule: Rule, values: Formatting): RuleError | null {
  const value: unknown = values[rule];
  const kind = RULE_KINDS[rule];
  if (value === undefined) return null;
  if (kind.kind === 'measure') return measureError(value, kind);
  if (kind.kind === 'range') return rangeError(value as Range);
  if (kind.kind === 'list' && (value as string[]).length < kind.least) return { key: 'parts' };
  const hidden = rule === 'pageNumbersFrom' && values.frontMatterNumbers === 'roman';
  return hidden && value === 'body' ? { key: 'roman' } : null;
}
