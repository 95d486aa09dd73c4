import { z } from 'zod';
import { EXPORT_FORMATS } from '../export-format';
import { inEnglish, Reason, reason, type ReasonCode } from './reason';

/** What a check of one rule has found. */
export const RuleOutcome = z
  .object({
    rule: z.string().describe('As in the formatting profile'),
    state: z
      .enum(['met', 'broken', 'not_checkable'])
      .describe('Not checkable says nothing of the rule: it is never counted as met'),
    expected: z.string(),
    found: z.string().nullable(),
    detail: z.string().nullable().describe('Why it cannot be checked, or by how much it is broken'),
    reason: Reason.nullable().describe('What the detail says, taken apart'),
    places: z
      .array(z.string())
      .describe('Where it is broken: pages, or the words that stand there'),
  })
  .meta({ id: 'RuleOutcome' });

export type RuleOutcome = z.infer<typeof RuleOutcome>;

export const ComplianceReport = z
  .object({
    format: z.enum(EXPORT_FORMATS),
    sha256: z.string().describe('Of the file that was read back, in hexadecimal'),
    met: z.int(),
    broken: z.int(),
    notCheckable: z.int(),
    outcomes: z.array(RuleOutcome),
  })
  .meta({ id: 'ComplianceReport' });

export type ComplianceReport = z.infer<typeof ComplianceReport>;

/** An outcome without the name of its rule. */
export type Verdict = Omit<RuleOutcome, 'rule' | 'expected'>;

const explained = (why: Reason | null) => ({
  detail: why === null ? null : inEnglish(why),
  reason: why,
});

export const met = (found: string, remark: Reason | null = null): Verdict => ({
  ...{ state: 'met', found, places: [] },
  ...explained(remark),
});

export const broken = (found: string, why: Reason, places: readonly string[] = []): Verdict => ({
  ...{ state: 'broken', found, places: places.slice(0, 10) },
  ...explained(why),
});

export const notCheckable = (code: ReasonCode): Verdict => ({
  ...{ state: 'not_checkable', found: null, places: [] },
  ...explained(reason(code)),
});
