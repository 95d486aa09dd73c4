import { z } from 'zod';
import { AcceptedSuggestion } from '../suggestions/suggestion';

export const SECTION_STATUSES = ['planned', 'written', 'edited'] as const;

export const Section = z
  .object({
    id: z.guid(),
    title: z.string(),
    content: z.string().describe('Markdown with Pandoc citations, such as [@key, p. 12]'),
    status: z.enum(SECTION_STATUSES),
    wordCount: z.int(),
    writer: z
      .string()
      .nullable()
      .describe('The model that wrote it; `offline` is the writer that only arranges sources'),
    version: z.int(),
  })
  .meta({ id: 'Section' });

export type Section = z.infer<typeof Section>;

export const UpdateSection = z
  .object({
    content: z.string().max(300_000),
    accepted: z
      .array(AcceptedSuggestion)
      .max(50)
      .optional()
      .describe('Suggestions whose changes were taken over into this text'),
  })
  .meta({ id: 'UpdateSection' });

export type UpdateSection = z.infer<typeof UpdateSection>;
