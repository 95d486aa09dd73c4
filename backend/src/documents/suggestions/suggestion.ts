import { z } from 'zod';

export const SUGGESTION_ACTIONS = ['rewrite', 'shorten', 'expand', 'polish'] as const;

export type SuggestionAction = (typeof SUGGESTION_ACTIONS)[number];

export const SUGGESTION_STATES = ['open', 'accepted', 'rejected', 'replaced'] as const;

const Place = z
  .object({ start: z.int(), end: z.int().describe('Exclusive') })
  .meta({ id: 'SuggestionPlace' });

const Change = z
  .object({
    start: z.int().describe('In UTF-16 code units of `original`'),
    end: z.int().describe('Exclusive'),
    insert: z.string().describe('What comes in the place of these; empty to take them away'),
  })
  .meta({ id: 'SuggestedChange' });

export const Suggestion = z
  .object({
    id: z.guid(),
    sectionId: z.guid(),
    version: z.int().describe('The version of the section that it was made for'),
    action: z.enum(SUGGESTION_ACTIONS),
    instruction: z.string().nullable().describe('The owner’s own words for it'),
    original: z.string().describe('Markdown as it was: whole sentences'),
    proposed: z.string().describe('Markdown as it would be with every change'),
    changes: z.array(Change).describe('In order; each can be taken by itself'),
    accepted: z.array(z.int()).describe('Indices of the changes that were taken'),
    rejected: z.array(z.int()).describe('Indices of the changes that were refused'),
    status: z.enum(SUGGESTION_STATES).describe('`replaced` by a newer one of the section'),
    place: Place.nullable().describe(
      'Where it stands in the section’s text as it is now, in UTF-16 code units of its Markdown; null where the text has changed so that it no longer fits',
    ),
    words: z.object({ before: z.int(), after: z.int() }),
    lost: z
      .array(z.string())
      .describe('Citations, quotations and figures that would go, each as written'),
    writer: z.string().describe('The model; `offline` only leaves out and tidies up'),
    tokensUsed: z.int(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Suggestion' });

export type Suggestion = z.infer<typeof Suggestion>;

export const Suggestions = z.object({ items: z.array(Suggestion) }).meta({ id: 'Suggestions' });

export type Suggestions = z.infer<typeof Suggestions>;

const changeIndices = z.array(z.int().min(0).max(9999)).max(1000);

export const RejectSuggestion = z
  .object({ changes: changeIndices.optional().describe('Left out: all that are undecided') })
  .meta({ id: 'RejectSuggestion' });

export type RejectSuggestion = z.infer<typeof RejectSuggestion>;

export const AcceptedSuggestion = z
  .object({ suggestionId: z.guid(), changes: changeIndices })
  .meta({ id: 'AcceptedSuggestion' });

export type AcceptedSuggestion = z.infer<typeof AcceptedSuggestion>;
