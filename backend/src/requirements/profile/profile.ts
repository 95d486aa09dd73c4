import { z } from 'zod';
import { type Formatting, RULE_VALUES, RULES, type Rule } from './formatting';

/** How much of a sentence is kept with a value. */
export const MAX_QUOTE = 500;

const EVIDENCE = {
  quote: z
    .string()
    .max(MAX_QUOTE)
    .nullable()
    .describe(
      'The sentence of the rules that states it; null when a person or a ready-made profile does',
    ),
  page: z.int().min(1).nullable().describe('Of that sentence, where the file has pages'),
  confidence: z.number().min(0).max(1),
  origin: z
    .enum(['rules', 'model', 'profile', 'person'])
    .describe('Read by our rules or by a language model, from a ready-made profile, or stated'),
  confirmed: z.boolean().describe('Whether the student has confirmed it'),
};

const stated = (value: z.ZodType) => z.object({ value, ...EVIDENCE });

type StatedShape = {
  [Name in Rule]: z.ZodOptional<
    z.ZodObject<{ value: (typeof RULE_VALUES)[Name] } & typeof EVIDENCE>
  >;
};

const STATED = Object.fromEntries(
  RULES.map((rule) => [rule, stated(RULE_VALUES[rule]).optional()]),
) as unknown as StatedShape;

export const RULE_NAMES = z.enum(RULES as [Rule, ...Rule[]]);

export const Contradiction = z.object({
  rule: RULE_NAMES,
  alternatives: z
    .array(z.object({ value: z.unknown(), quote: z.string().nullable(), page: z.int().nullable() }))
    .describe('What the rules also say, the value taken left out'),
});

/** Rules of formatting, each value with where it comes from. */
export const FormattingProfile = z
  .object({
    values: z.object(STATED),
    silences: z.array(RULE_NAMES).describe('What the rules say nothing of'),
    contradictions: z.array(Contradiction),
  })
  .meta({ id: 'FormattingProfile' });

export type FormattingProfile = z.infer<typeof FormattingProfile>;
export type StatedValues = FormattingProfile['values'];

/** One value with its evidence, whichever its rule. */
export type Stated = NonNullable<StatedValues[Rule]>;

export function bareValues(values: StatedValues): Formatting {
  return Object.fromEntries(
    Object.entries(values).map(([rule, { value }]) => [rule, value]),
  ) as Formatting;
}

export function silencesOf(values: StatedValues): Rule[] {
  return RULES.filter((rule) => values[rule] === undefined);
}
