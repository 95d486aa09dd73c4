import { z } from 'zod';

export const CHECK_IDS = [
  'citations',
  'support',
  'overlap',
  'length',
  'repetition',
  'consistency',
  'language',
  'requirements',
] as const;

export type CheckId = (typeof CHECK_IDS)[number];

export const CHECK_STATES = ['passed', 'failed', 'unchecked'] as const;

/** Why a check could not be made, or not to its end. */
export const UNCHECKED_REASONS = [
  'no_text',
  'nothing_cited',
  'no_passages',
  'no_source_text',
  'partly_compared',
  'no_proofreader',
  'proofreader_failed',
  'no_model',
  'model_failed',
  'undecided',
  'check_failed',
] as const;

export type UncheckedReason = (typeof UNCHECKED_REASONS)[number];

const MatchingPassage = z
  .object({
    id: z.guid(),
    key: z.string().describe('Of its source'),
    page: z.int().nullable(),
    text: z.string(),
  })
  .meta({ id: 'MatchingPassage' });

export const CheckFinding = z
  .object({
    kind: z.string().describe('What it is, such as `too_long`; stable'),
    sectionId: z.guid().nullable().describe('Null for the document as a whole'),
    start: z.int().nullable().describe('In the section’s text, in UTF-16 code units'),
    end: z.int().nullable().describe('Exclusive'),
    message: z.string(),
    passage: MatchingPassage.optional().describe('With `overlap`: where the words stand'),
    suggestions: z.array(z.string()).optional().describe('With `language`: what to write instead'),
  })
  .meta({ id: 'CheckFinding' });

export type CheckFinding = z.infer<typeof CheckFinding>;

export const DocumentCheck = z
  .object({
    id: z.enum(CHECK_IDS),
    state: z
      .enum(CHECK_STATES)
      .describe('`unchecked`: it could not be made, which is never a pass'),
    reason: z.enum(UNCHECKED_REASONS).nullable().describe('Of `unchecked`; stable'),
    summary: z.string().describe('The same in English, with figures'),
    findings: z.array(CheckFinding).describe('At most 50, in the order of the text'),
    more: z.int().describe('Findings beyond those'),
  })
  .meta({ id: 'DocumentCheck' });

export type DocumentCheck = z.infer<typeof DocumentCheck>;

export const DocumentChecks = z
  .object({ items: z.array(DocumentCheck) })
  .meta({ id: 'DocumentChecks' });

export type DocumentChecks = z.infer<typeof DocumentChecks>;
