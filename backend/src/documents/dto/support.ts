import { z } from 'zod';
import { CLAIM_REASONS, SUPPORT_STATES } from '../../citations';

const Place = z.object({
  start: z.int().describe('In the section’s text, in UTF-16 code units'),
  end: z.int().describe('Exclusive'),
});

export const SupportSummary = z
  .object({
    supported: z.int(),
    weak: z.int(),
    unsupported: z.int(),
    unchecked: z.int().describe('Nobody could tell; not to be taken for passed'),
  })
  .meta({ id: 'SupportSummary', description: 'How many citations are in each state' });

export type SupportSummary = z.infer<typeof SupportSummary>;

const Evidence = z
  .object({
    passageId: z.guid(),
    page: z.int().nullable(),
    quotation: z.string().describe('Literal words of the passage'),
    start: z.int().describe('In the passage’s text, in UTF-16 code units'),
    end: z.int().describe('Exclusive'),
  })
  .meta({ id: 'CitationEvidence' });

export const CitationSupport = z
  .object({
    ordinal: z.int().describe('From 0, in the order of the text'),
    key: z.string(),
    locator: z.string().nullable().describe('As cited, such as `12`'),
    sentence: Place,
    state: z.enum(SUPPORT_STATES),
    score: z
      .number()
      .nullable()
      .describe('Share of the sentence’s words that the passage has, 0 to 1; null when unchecked'),
    modelChecked: z.boolean().describe('Whether a language model has judged it as well'),
    evidence: Evidence.nullable().describe('Null where the source is cited as a whole'),
  })
  .meta({ id: 'CitationSupport' });

export type CitationSupport = z.infer<typeof CitationSupport>;

export const UncitedClaim = Place.extend({
  text: z.string(),
  reason: z
    .enum(CLAIM_REASONS)
    .describe(
      'What makes it a statement that wants a source; `attribution`: said to be by somebody ' +
        'who is no author of a source',
    ),
}).meta({ id: 'UncitedClaim' });

export const SectionSupport = z
  .object({
    citations: z.array(CitationSupport),
    claims: z.array(UncitedClaim).describe('Statements of fact without a citation'),
    summary: SupportSummary,
  })
  .meta({ id: 'SectionSupport' });

export type SectionSupport = z.infer<typeof SectionSupport>;

const UncitedMandatory = z
  .object({
    key: z.string(),
    reason: z
      .enum(['not_cited', 'no_text'])
      .describe('`no_text`: a reference without text, from which nothing can be written'),
  })
  .meta({ id: 'UncitedMandatorySource' });

export const DocumentSupport = z
  .object({
    sections: z
      .array(z.object({ sectionId: z.guid(), summary: SupportSummary }))
      .describe('In the order of the outline'),
    summary: SupportSummary,
    mandatoryUncited: z
      .array(UncitedMandatory)
      .describe('Sources that are to be cited, and are cited nowhere in the text'),
  })
  .meta({ id: 'DocumentSupport' });

export type DocumentSupport = z.infer<typeof DocumentSupport>;
