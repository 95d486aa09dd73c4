import type {
  Formatting,
  KnownProfile,
  ReplaceRequirements,
  Requirements,
  TitlePageDetails,
} from '../../../api/generated/models';
import type { Rule } from './rules';

type Stated = NonNullable<Requirements['profile']['values'][Rule]>;

/** Rules as they are being decided on. */
export interface Draft {
  values: Formatting;
  /** Rules that the student has confirmed or stated. */
  decided: ReadonlySet<Rule>;
  titlePage: TitlePageDetails;
  /** That the values were taken from. */
  profile: KnownProfile | null;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const statedIn = ({ profile }: Requirements) => Object.entries(profile.values) as [Rule, Stated][];

export function draftOf(requirements: Requirements): Draft {
  const stated = statedIn(requirements);
  return {
    values: Object.fromEntries(stated.map(([rule, { value }]) => [rule, value])),
    decided: new Set(stated.flatMap(([rule, { confirmed }]) => (confirmed ? [rule] : []))),
    titlePage: requirements.titlePage,
    profile: null,
  };
}

/** @param value undefined to leave the rule open */
export function withValue(draft: Draft, rule: Rule, value: unknown): Draft {
  const { [rule]: _, ...rest } = draft.values;
  const values = value === undefined ? rest : ({ ...rest, [rule]: value } as Formatting);
  return { ...draft, values, decided: new Set([...draft.decided, rule]) };
}

export const confirming = (draft: Draft, rules: readonly Rule[]): Draft => ({
  ...draft,
  decided: new Set([...draft.decided, ...rules]),
});

/** As it was before anything was done about it. */
export function undone(draft: Draft, rule: Rule, before: Draft): Draft {
  const { decided, values } = withValue(draft, rule, before.values[rule]);
  const back = [...decided].filter((one) => one !== rule || before.decided.has(rule));
  return { ...draft, values, decided: new Set(back) };
}

export const takenFrom = (draft: Draft, profile: KnownProfile): Draft => ({
  ...draft,
  values: profile.formatting,
  decided: new Set(Object.keys(profile.formatting) as Rule[]),
  profile,
});

/** Rules with a value that nobody has decided on. */
export const undecided = ({ values, decided }: Draft): Rule[] =>
  (Object.keys(values) as Rule[]).filter((rule) => !decided.has(rule));

export const isChanged = (draft: Draft, before: Draft, rule: Rule): boolean =>
  !same(draft.values[rule], before.values[rule]) ||
  (draft.values[rule] !== undefined && draft.decided.has(rule) !== before.decided.has(rule));

/** What a form left empty is not said. */
function filled(titlePage: TitlePageDetails): TitlePageDetails {
  const lines = Object.entries(titlePage as Record<string, string>)
    .map(([field, text]) => [field, text.trim()] as const)
    .filter(([, text]) => text !== '');
  return Object.fromEntries(lines);
}

export function differs(draft: Draft, before: Draft): boolean {
  const rules = Object.keys({ ...draft.values, ...before.values }) as Rule[];
  const sorted = (details: TitlePageDetails) => Object.entries(filled(details)).sort();
  return (
    rules.some((rule) => isChanged(draft, before, rule)) ||
    !same(sorted(draft.titlePage), sorted(before.titlePage))
  );
}

export function replacementOf(draft: Draft): ReplaceRequirements {
  const { values, titlePage, profile } = draft;
  return {
    formatting: values,
    titlePage: filled(titlePage),
    open: undecided(draft),
    ...(profile !== null && { profile: profile.id }),
  };
}

export type RuleState = 'open' | 'confirmed' | 'person' | 'profile' | 'silent';

/** Whose word a value is, with what has just been done about it. */
export function stateOf(draft: Draft, stored: Requirements, rule: Rule): RuleState {
  const value = draft.values[rule];
  if (value === undefined) return 'silent';
  const before = stored.profile.values[rule];
  if (same(before?.value, value) && before !== undefined) {
    if (before.origin === 'person' || before.origin === 'profile') return before.origin;
    return draft.decided.has(rule) ? 'confirmed' : 'open';
  }
  if (draft.profile !== null && same(draft.profile.formatting[rule], value)) return 'profile';
  const others = stored.profile.contradictions.find((one) => one.rule === rule)?.alternatives;
  return others?.some((one) => same(one.value, value)) === true ? 'confirmed' : 'person';
}

/** The sentence that a value comes from; null for one that no sentence states. */
export function evidenceOf(draft: Draft, stored: Requirements, rule: Rule) {
  const value = draft.values[rule];
  const before = stored.profile.values[rule];
  if (value === undefined || before === undefined) return null;
  if (same(before.value, value)) return before.quote === null ? null : before;
  const others = stored.profile.contradictions.find((one) => one.rule === rule)?.alternatives;
  const other = others?.find((one) => same(one.value, value));
  return other === undefined ? null : { ...before, quote: other.quote, page: other.page };
}
